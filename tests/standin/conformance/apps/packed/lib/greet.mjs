export const greet = () => 'Hello';
