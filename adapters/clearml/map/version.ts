/** What clients ask the API for: they use the newest of their own forms up to it. */
export const apiVersion = '2.34';

/** Release of the original that this door behaves like; clients compare it with what a feature needs. */
export const serverVersion = '2.3.0';
