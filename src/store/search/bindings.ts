/** Values of one statement, in the order of their numbers. */
export class Bindings {
  readonly values: unknown[] = [];

  /** Adds a value. @returns what stands for it in the statement */
  bind(value: unknown, type: string): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }
}
