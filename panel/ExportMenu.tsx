import { loadLater } from './languages.ts';
import { Icon } from './parts/Icon.tsx';
import { lazily } from './parts/lazily.tsx';
import { Popover } from './parts/Popover.tsx';
import { words } from './words.ts';

const ExportChoices = lazily(async () => (await loadLater()).ExportChoices);

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
