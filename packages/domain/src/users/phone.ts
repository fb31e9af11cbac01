/** What a typed phone number may be in full: "8 912…" is dialled at home for "+7 912…". */
export function phonesOf(text: string): string[] {
  const digits = text.replace(/[\s().-]/g, "");
  if (!/^\+?\d{7,15}$/.test(digits)) return [];
  const international = `+${digits.replace("+", "")}`;
  return digits.startsWith("8") && digits.length === 11 ? [international, `+7${digits.slice(1)}`] : [international];
}
