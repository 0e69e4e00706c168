/** A long press, a swipe to either side, or the other button of a mouse: all open a row's menu. */
import { useRef } from 'react';
import type { MouseEvent, PointerEvent } from 'react';

const longPressMs = 500;
const swipePx = 56;
const slackPx = 10;

interface Press {
  readonly x: number;
  readonly y: number;
  readonly timer: ReturnType<typeof setTimeout>;
  swiping: boolean;
  movedPx: number;
}

export function useRowGestures(onMenu: () => void) {
  const press = useRef<Press>(undefined);
  /** The click that ends a gesture is not a tap. */
  const quiet = useRef(false);

  const end = (row: HTMLElement) => {
    clearTimeout(press.current?.timer);
    press.current = undefined;
    row.style.translate = '';
  };

  return {
    onPointerDown: ({ pointerType, clientX, clientY, target, currentTarget }: PointerEvent<HTMLElement>) => {
      quiet.current = false;
      if (pointerType === 'mouse' || (target as Element).closest('[data-handle], textarea, [data-scrolls]')) return;
      const timer = setTimeout(() => {
        quiet.current = true;
        end(currentTarget);
        onMenu();
      }, longPressMs);
      press.current = { x: clientX, y: clientY, timer, swiping: false, movedPx: 0 };
    },
    onPointerMove: ({ clientX, clientY, currentTarget }: PointerEvent<HTMLElement>) => {
      const now = press.current;
      if (!now) return;
      const [dx, dy] = [clientX - now.x, clientY - now.y];
      if (!now.swiping && Math.max(Math.abs(dx), Math.abs(dy)) > slackPx) {
        clearTimeout(now.timer);
        if (Math.abs(dx) < Math.abs(dy) * 1.5) return end(currentTarget);
        now.swiping = true;
      }
      if (!now.swiping) return;
      now.movedPx = dx;
      currentTarget.style.translate = `${Math.max(-swipePx, Math.min(swipePx, dx))}px`;
    },
    onPointerUp: ({ currentTarget }: PointerEvent<HTMLElement>) => {
      const now = press.current;
      end(currentTarget);
      if (!now?.swiping) return;
      quiet.current = true;
      if (Math.abs(now.movedPx) >= swipePx) onMenu();
    },
    onPointerCancel: ({ currentTarget }: PointerEvent<HTMLElement>) => end(currentTarget),
    onContextMenu: (event: MouseEvent<HTMLElement>) => {
      if ((event.target as Element).closest('textarea')) return;
      event.preventDefault();
      end(event.currentTarget);
      onMenu();
    },
    onClickCapture: (event: MouseEvent<HTMLElement>) => {
      if (!quiet.current) return;
      quiet.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
