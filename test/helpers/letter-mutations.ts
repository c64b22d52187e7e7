export const lettersWithFaults = () => []
