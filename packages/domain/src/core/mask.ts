/** "a***@example.com": enough to recognise an address one knows, too little to write to it. */
export const maskEmail = (email: string): string => email.replace(/^(.)[^@]*/u, "$1***");

/** "+7***67": the first and last two characters. */
export const maskPhone = (phone: string): string => `${phone.slice(0, 2)}***${phone.slice(-2)}`;
