import { config } from 'zod';

// The window's policy forbids making code from text, which zod would otherwise try for speed. Imported before any schema is made.
config({ jitless: true });
