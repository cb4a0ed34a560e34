import { AppError } from '../../shared/errors.ts';

const deepest = 100;

/** Reads JSON that a stranger may have made. Throws AppError `import.badJson` when it is not JSON, and `import.tooDeep` when its lists and objects are nested beyond 100 levels. */
export function readJson(text: string): unknown {
  refuseDepth(text);
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new AppError(
      'import.badJson',
      'This file begins like JSON and cannot be read as JSON: it is cut short or damaged. Save it again from its source, and import that.',
      { cause: error },
    );
  }
}

function refuseDepth(text: string): void {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (inString) {
      if (unit === 92) index += 1;
      else if (unit === 34) inString = false;
    } else if (unit === 34) inString = true;
    else if (unit === 123 || unit === 91) depth += 1;
    else if (unit === 125 || unit === 93) depth -= 1;
    if (depth > deepest) {
      throw new AppError(
        'import.tooDeep',
        'This JSON is nested over 100 levels deep: it is no standard. Check that it is the right file.',
      );
    }
  }
}

/** Whether this is a JSON object: neither a list nor null. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
