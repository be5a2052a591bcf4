import { type Command, Option } from 'commander';
import type { Setting } from './settings.ts';

/** Adds settings to a command as options; the help of each names its choices, default and environment variables. */
export function addSettings(command: Command, heading: string, settings: Readonly<Record<string, Setting>>): Command {
  for (const [name, setting] of Object.entries(settings)) {
    const option = new Option(setting.flags, describe(setting)).helpGroup(heading);
    // commander would name it after the flag; the configuration knows it by the setting's name
    option.attributeName = () => name;
    command.addOption(option);
    if (setting.negation) {
      const opposite = new Option(setting.negation, `the opposite of ${setting.flags}`).helpGroup(heading);
      opposite.attributeName = () => name;
      command.addOption(opposite);
    }
  }
  return command;
}

/** The environment is read by the configuration alone, so commander does not know the variables and cannot show them itself. */
function describe({ help, choices, fallback, fallbackText, variables, flags }: Setting): string {
  const isSwitch = !flags.includes('<');
  const standard = fallbackText ?? fallback;
  const facts = [
    choices && !flags.includes(choices.join('|')) ? `choices: ${choices.join(', ')}` : '',
    standard && !(isSwitch && fallback === undefined) ? `default: ${standard}` : '',
    `env: ${variables.join(', ')}`,
  ];
  return `${help} (${facts.filter((fact) => fact !== '').join('; ')})`;
}
