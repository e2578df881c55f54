export const prism: string;
export const prismVersion: string;
