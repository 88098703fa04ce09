export type Viewer = 'pages' | 'text' | 'file';

const viewers: Record<string, Viewer> = { pdf: 'pages', png: 'pages', jpg: 'pages', jpeg: 'pages', tif: 'pages', tiff: 'pages', txt: 'text' };

/** How a file is shown, told by its name; what the page cannot show is there to be downloaded. */
export function viewerOf(name: string): Viewer {
  return viewers[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''] ?? 'file';
}
