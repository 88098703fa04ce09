export function TryTextPage() { return null; }
