import 'earshot';
