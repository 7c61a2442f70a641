import { notifications } from '@mantine/notifications';

/** For what happened elsewhere, or what was done and can be seen nowhere else. A refused field says so at the field instead. */
export const toast = {
  info: (message: string, title?: string) => notifications.show({ title, message, color: 'indigo', autoClose: 5000 }),
  done: (message: string, title?: string) => notifications.show({ title, message, color: 'teal', autoClose: 4000 }),
  /** Stays until it is closed. */
  problem: (message: string, title = 'That did not work') =>
    notifications.show({ title, message, color: 'red', autoClose: false, role: 'alert' }),
};
