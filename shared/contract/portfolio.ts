import { z } from 'zod';
import { fileKinds } from '../domain/file-kinds.ts';
import { stretch } from '../domain/portfolio.ts';
import { command, query, task } from './channel.ts';
import { id, instant, ksbCode, line, nothing } from './shapes.ts';

const codes = z.array(ksbCode).max(100);
const remark = z.string().trim().max(1000);
const title = z.string().trim().min(1, 'Give it a title.').max(200);

/** A place of a piece: where in the file, what it shows. */
export const mappedPlace = z.strictObject({ id, stretch, ksbs: codes, remark });

/** What the assessor says of a piece. */
const mapping = z.strictObject({ title, ksbs: codes, places: z.array(mappedPlace).max(500), remark });
export type PortfolioMapping = Readonly<z.infer<typeof mapping>>;

const piece = mapping.extend({
  id,
  kind: z.enum(fileKinds),
  mediaType: z.string(),
  /** Whether it is shown or played inside the window. */
  isShown: z.boolean(),
  /** The name that the file had when it was added. */
  originalName: z.string(),
  sha256: z.string(),
  sizeBytes: z.number().int(),
  addedAt: instant,
  /** The session during which it was attached; null where it was there before. */
  sessionId: id.nullable(),
  /** Why it was withdrawn; null while it stands. */
  withdrawnReason: z.string().nullable(),
  /** Whether a signed report lists it, so that it stays as it is. */
  isLocked: z.boolean(),
  earlierVersions: z.number().int(),
  /** The notes that speak of it; struck ones not counted. */
  noteIds: z.array(id),
});
export type PortfolioPiece = Readonly<z.infer<typeof piece>>;

/** What became of each file that was to be added. */
const taken = z.strictObject({
  added: z.array(z.strictObject({ id, title: z.string() })),
  /** The same content is in the portfolio already. */
  known: z.array(z.strictObject({ id, title: z.string(), name: z.string() })),
  refused: z.array(z.strictObject({ name: z.string(), why: z.string() })),
  /** Files that were not looked at, because the work was ended. */
  left: z.number().int(),
});
export type TakenFiles = Readonly<z.infer<typeof taken>>;

const whereTo = z.strictObject({
  assessmentId: id,
  /** The session during which a file is attached: it becomes a note at its time. Null outside of one. */
  sessionId: id.nullable(),
});

export const portfolioChannels = {
  /** The portfolio of an assessment in the order in which it was added, the withdrawn too. */
  'portfolio.list': query(
    z.strictObject({ assessmentId: id }),
    z.strictObject({
      pieces: z.array(piece),
      /** The KSBs of the assessment, for the mapping. */
      statements: z.array(z.strictObject({ code: z.string(), text: z.string() })),
    }),
  ),
  /** Asks for files and adds them, each sealed with a key of its own. Null when the person changed their mind. Progress is told by event; `task.cancel` ends it. */
  'portfolio.addFiles': task(whereTo, taken.nullable()),
  /** Begins to take in a file that was dropped: its bytes follow in pieces. The page names no path. */
  'portfolio.beginFile': task(
    whereTo.extend({ name: z.string().min(1).max(500), sizeBytes: z.number().int().min(0) }),
    z.strictObject({ incomingId: id }),
  ),
  'portfolio.sendBytes': task(
    z.strictObject({
      incomingId: id,
      bytes: z.instanceof(Uint8Array).refine(({ length }) => length <= 4_194_304, 'A piece is too large.'),
    }),
    z.strictObject({ received: z.number().int() }),
  ),
  /** The file has come in whole: it is recognised and added. */
  'portfolio.endFile': task(z.strictObject({ incomingId: id }), taken),
  'portfolio.cancelFile': task(z.strictObject({ incomingId: id }), nothing),
  /** Corrects what is said of a piece; what was said before is kept. */
  'portfolio.map': command(mapping.extend({ id }), nothing),
  /** Takes a piece out of the portfolio, with the reason; it stays in the record. */
  'portfolio.withdraw': command(z.strictObject({ id, reason: line }), nothing),
  'portfolio.history': query(
    z.strictObject({ id }),
    z.array(z.strictObject({ ...mapping.shape, version: z.number().int(), until: instant })),
  ),
  /** Asks where, and writes the file there in plain. Null when the person changed their mind. */
  'portfolio.save': task(z.strictObject({ id }), z.strictObject({ file: z.string() }).nullable()),
  /** Writes a note about a piece, or one of its places, in a session. */
  'portfolio.note': command(
    z.strictObject({
      sessionId: id,
      pieceId: id,
      placeId: id.nullable(),
      body: z.string().trim().min(1).max(20_000),
      ksbs: codes,
    }),
    z.strictObject({ id, at: instant }),
  ),
} as const;
