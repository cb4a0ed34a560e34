/** A fault that a user can meet: `message` says in plain British English what happened and what to do. Anything else that is thrown is a bug. */
export class AppError extends Error {
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'AppError';
    this.code = code;
  }
}
