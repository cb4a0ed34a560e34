/** Whether a typed signature is the signer's own name. Letter case, spaces and how an accented letter is encoded do not count. */
export const isOwnName = (typed: string, name: string): boolean => comparable(typed) === comparable(name);

const comparable = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s/gu, '');
