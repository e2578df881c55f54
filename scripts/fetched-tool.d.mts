export function fetchedTool(name: string, version: string): string | null;
export function fetchTool(name: string, version: string): string;
