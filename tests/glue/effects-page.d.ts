/** What effects-page.html lays out for the test to look at. */
declare const effects: any;
