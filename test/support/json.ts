/** An answer that is looked into freely: what it holds is what is tested. */
// biome-ignore lint/suspicious/noExplicitAny: see above
export type Json = any;
