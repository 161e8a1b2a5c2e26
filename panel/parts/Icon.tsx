/** Drawn on a 16 × 16 grid in the colour of the text around it. Always beside a word, so hidden from screen readers. */
const paths = {
  blocked: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM4.6 5.7l1.1-1.1L8 6.9l2.3-2.3 1.1 1.1L9.1 8l2.3 2.3-1.1 1.1L8 9.1l-2.3 2.3-1.1-1.1L6.9 8Z',
  allowed: 'M13.6 4.4 6.4 11.6 2.4 7.6l1-1 3 3 6.2-6.2Z',
  pending: 'M3 6.7h2.6v2.6H3Zm3.7 0h2.6v2.6H6.7Zm3.7 0H13v2.6h-2.6Z',
  cancelled: 'M3 7.2h10v1.6H3Z',
  unknown:
    'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM7.2 11h1.6v1.6H7.2Zm.1-1.2c0-2.4 1.9-2.3 1.9-3.7 0-.7-.5-1.1-1.2-1.1s-1.2.5-1.3 1.3H5.2C5.3 4.6 6.4 3.6 8 3.600s2.7 1 2.7 2.400c0 2-2 2.1-2 3.800Z',
  clear: 'M8 1.500a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm0 1.500c1.1 0 2.2.4 3 1L4 11a5 5 0 0 1 4-8Zm0 10c-1.1 0-2.2-.4-3-1l7-7a5 5 0 0 1-4 8Z',
  reload: 'M13 2.500V6.500H9l1.6-1.600A3.9 3.9 0 1 0 11.8 9h1.600a5.5 5.5 0 1 1-1.7-5.200Z',
  back: 'M9.8 3 11 4.2 7.2 8 11 11.8 9.8 13l-5-5Z',
  copy: 'M5.5 1.500h8v9h-8ZM7 3v6h5V3ZM2.5 5H4v7.500h6V14H2.500Z',
  export: 'M7.25 1.500h1.500v6.600l2.2-2.200L12 7l-4 4-4-4 1.05-1.1 2.2 2.200ZM2.5 10.500H4V13h8v-2.500h1.500v4h-11Z',
  open: 'M1.500 3h5l1.500 1.700h6.500v8.800h-13Zm1.500 3.200v5.800h10V6.200Z',
  play: 'M4 2.500 13 8 4 13.500Z',
  search: 'M6.8 2a4.8 4.8 0 1 0 2.9 8.600l3.3 3.3 1-1-3.3-3.300A4.8 4.8 0 0 0 6.8 2Zm0 1.500a3.3 3.3 0 1 1 0 6.6 3.3 3.3 0 0 1 0-6.600Z',
  warning: 'M8 1.5 15 14H1ZM7.25 6v4h1.500V6Zm0 5v1.500h1.500V11Z',
  remove: 'M4.1 3 8 6.9 11.9 3l1.1 1.1L9.1 8l3.9 3.9-1.1 1.1L8 9.1 4.1 13 3 11.9 6.9 8 3 4.1Z',
  disclose: 'M6.2 3 5 4.2 8.8 8 5 11.8 6.200 13l5-5Z',
  pause: 'M4 3h2.800v10H4Zm5.200 0H12v10H9.200Z',
  resume: 'M4.500 2.500 13 8l-8.500 5.500Z',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" data-icon={name} viewBox="0 0 16 16" aria-hidden="true">
      <path fill-rule="evenodd" d={paths[name]} />
    </svg>
  );
}
