/** The list that stars fill. Its name stands here again, because the schemas that hold it bring zod along. */
export const FAVOURITES = 'favourites'
