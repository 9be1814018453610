/** What is kept for the whole site, and changed while it runs; each by its name. */
export const settingNames = ['lists', 'closeAfterDays', 'frozenSince'] as const;
export type SettingName = (typeof settingNames)[number];
export type Settings = Readonly<Partial<Record<SettingName, string>>>;

export interface SettingStore {
  /** Those that are set. */
  read(...names: readonly SettingName[]): Promise<Settings>;
  /** Null unsets it. Until the end of its transaction nobody else can set the same. */
  set(name: SettingName, value: string | null): Promise<void>;
}
