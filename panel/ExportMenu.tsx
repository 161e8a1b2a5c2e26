import { Icon } from './parts/Icon.tsx';
import { lazily } from './parts/lazily.tsx';
import { Popover } from './parts/Popover.tsx';
import { words } from './words.ts';

const ExportChoices = lazily(later => later.ExportChoices);

export function ExportMenu() {
  return (
    <Popover
      class="button export"
      label={
        <>
          <Icon name="export" /> {words.export}
        </>
      }
    >
      <ExportChoices />
    </Popover>
  );
}
