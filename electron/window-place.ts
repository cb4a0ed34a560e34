/** A rectangle on the screen, in density-independent pixels. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A screen, and the part of it that windows may cover. */
export interface Screen {
  readonly id: number;
  readonly workArea: Rectangle;
}

/** Where the window stood on one screen. */
export interface Place {
  readonly bounds: Rectangle;
  readonly maximised: boolean;
}

/** What is remembered between starts: the last screen, and the window's place on each. */
export interface RememberedPlaces {
  readonly lastScreen: number;
  readonly places: Readonly<Record<string, Place>>;
}

export const smallest = { width: 640, height: 480 };
const usual = { width: 1360, height: 860 };

/**
 * Where to open the window: as it stood on the last screen used, if that is still there, otherwise in the middle of
 * the primary screen, which `screens` names first. It always fits on the screen.
 */
export function choosePlace(remembered: RememberedPlaces | undefined, screens: readonly [Screen, ...Screen[]]): Place {
  const screen = screens.find(({ id }) => id === remembered?.lastScreen) ?? screens[0];
  const place = remembered?.places[screen.id];
  return {
    bounds: place ? inside(place.bounds, screen.workArea) : middle(screen.workArea),
    maximised: place?.maximised ?? false,
  };
}

/** What to remember when the window closes. */
export function rememberPlace(known: RememberedPlaces | undefined, screen: Screen, place: Place): RememberedPlaces {
  return { lastScreen: screen.id, places: { ...known?.places, [screen.id]: place } };
}

/** Reads what `rememberPlace` gave, from a file that anybody may have changed: undefined where it does not fit. */
export function parsePlaces(text: string): RememberedPlaces | undefined {
  try {
    const { lastScreen, places } = JSON.parse(text) as RememberedPlaces;
    const fits = Object.values(places).every(
      place => isRectangle(place.bounds) && typeof place.maximised === 'boolean',
    );
    return fits && typeof lastScreen === 'number' ? { lastScreen, places } : undefined;
  } catch {
    return undefined;
  }
}

function isRectangle({ x, y, width, height }: Rectangle): boolean {
  return [x, y, width, height].every(Number.isSafeInteger) && width > 0 && height > 0;
}

function inside(bounds: Rectangle, area: Rectangle): Rectangle {
  const width = Math.min(Math.max(bounds.width, smallest.width), area.width);
  const height = Math.min(Math.max(bounds.height, smallest.height), area.height);
  return {
    x: Math.min(Math.max(bounds.x, area.x), area.x + area.width - width),
    y: Math.min(Math.max(bounds.y, area.y), area.y + area.height - height),
    width,
    height,
  };
}

function middle(area: Rectangle): Rectangle {
  const { width, height } = inside({ ...usual, x: area.x, y: area.y }, area);
  return {
    x: area.x + Math.round((area.width - width) / 2),
    y: area.y + Math.round((area.height - height) / 2),
    width,
    height,
  };
}
