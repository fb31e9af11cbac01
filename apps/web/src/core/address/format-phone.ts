const RUSSIAN = /^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/;

/** «+7 912 345-67-89» from "+79123456789"; a number of another country stays as it is kept. */
export const formatPhone = (phone: string): string => phone.replace(RUSSIAN, "+7\u00A0$1\u00A0$2-$3-$4");
