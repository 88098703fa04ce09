/** Where an element should come to stand in what scrolls; `seen` moves nothing while it is in view. */
export type Align = 'top' | 'middle' | 'seen';

const air = 12;

/** Scrolls only the given scroller (the window for null), never what stands around it. */
export function bring(scroller: HTMLElement | null, element: HTMLElement, align: Align): void {
  const view = viewOf(scroller);
  const box = element.getBoundingClientRect();
  const by = distance(view, box, align);
  if (Math.abs(by) > 1) (scroller ?? window).scrollBy({ top: by, behavior: 'instant' });
}

/** As `bring`, and again after the parts around it have found their height. */
export function bringAndSettle(scroller: HTMLElement | null, element: HTMLElement, align: Align): void {
  bring(scroller, element, align);
  let frames = 4;
  const again = () => {
    if (!element.isConnected) return;
    bring(scroller, element, align);
    if (--frames > 0) requestAnimationFrame(again);
  };
  requestAnimationFrame(again);
}

interface Span {
  top: number;
  bottom: number;
}

/** The part of the window in which the scroller shows its content. */
export function viewOf(scroller: HTMLElement | null): Span {
  if (scroller) return scroller.getBoundingClientRect();
  const header = document.querySelector('header')?.getBoundingClientRect().bottom ?? 0;
  return { top: Math.max(0, header), bottom: window.innerHeight };
}

export function distance(view: Span, box: Span, align: Align): number {
  const toTop = box.top - view.top - air;
  if (align === 'top') return toTop;
  if (align === 'middle') {
    const room = view.bottom - view.top - (box.bottom - box.top);
    return room > 2 * air ? box.top - view.top - room / 2 : toTop;
  }
  if (box.top < view.top + air) return toTop;
  const below = box.bottom + air - view.bottom;
  return below > 0 ? Math.min(below, toTop) : 0;
}
