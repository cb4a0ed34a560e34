import { ZoomIn, ZoomOut } from 'lucide-react';
import { IconButton } from '../../ui/button.tsx';

interface ZoomButtonsProps {
  /** Share of the pane's width; 1 fits. */
  readonly zoom: number;
  readonly onZoom: (zoom: number) => void;
}

const least = 0.5;
const most = 4;

/** Larger and smaller, in steps of a quarter; between them how large it is. */
export function ZoomButtons({ zoom, onZoom }: ZoomButtonsProps) {
  return (
    <span className="piece-zoom">
      <IconButton
        label="Smaller"
        icon={ZoomOut}
        size="dense"
        isDisabled={zoom <= least}
        onPress={() => onZoom(Math.max(least, zoom - 0.25))}
      />
      <span className="figures">{Math.round(zoom * 100)} %</span>
      <IconButton
        label="Larger"
        icon={ZoomIn}
        size="dense"
        isDisabled={zoom >= most}
        onPress={() => onZoom(Math.min(most, zoom + 0.25))}
      />
    </span>
  );
}
