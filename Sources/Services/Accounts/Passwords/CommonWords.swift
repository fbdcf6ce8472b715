/// Words and numbers that passwords are put together from most: names, teams, animals, endearments, what keyboards and
/// services suggest. Written down from what is common knowledge about passwords, for English and Spanish.
enum CommonWords {
  /// In lower case, each of 3 characters or more.
  static let all = text.split { $0 == " " || $0 == "\n" }.map(String.init)

  private static let text = """
    password passwort passwd pass passphrase mypassword contrasena contraseña clave miclave letmein welcome bienvenido admin
    administrator root login master access secret secreto private changeme default guest user usuario test testing demo
    hello hola hallo whatever trustno1 internet computer computadora laptop iphone android samsung google facebook
    instagram youtube yahoo gmail hotmail outlook microsoft windows apple amazon netflix linkedin myspace twitter tiktok
    iloveyou iloveu loveyou iloveme loveme love lovely lover mylove amor teamo teamomucho mivida micorazon corazon
    teextrano tequiero tequieromucho amormio amorcito miamor cariño carino princesa princess prince reina rey babygirl
    babyboy baby bebe sweetheart sweetie sweet honey angel angels angelito heaven cielo forever parasiempre siempre always
    never nunca happy feliz smile sonrisa family familia mother mommy mama mami father daddy papa papi sister hermana
    brother hermano friend friends amigo amigos amiga boyfriend girlfriend husband wife esposo esposa children hijos
    sunshine sunflower flower flor flores rainbow summer verano winter invierno spring primavera autumn monday lunes friday
    viernes january february march april june july august september october november december enero febrero marzo abril
    mayo junio julio agosto septiembre octubre noviembre diciembre
    football futbol soccer baseball basketball softball hockey tennis golf volleyball cheer dance dancer bailar music musica
    guitar guitarra arsenal chelsea liverpool barcelona barca realmadrid madrid juventus manchester united america chivas
    cruzazul pumas tigres yankees lakers cowboys steelers eagles raiders packers dolphins patriots redsox rangers broncos
    ronaldo messi neymar beckham kobe jordan lebron
    dragon monkey tiger lion eagle horse dolphin butterfly mariposa bear teddybear kitty kitten cat cats gato gatito dog
    dogs perro perrito puppy rabbit bunny panda penguin turtle wolf fish bird shark unicorn unicornio spider snake
    superman batman spiderman ironman avengers marvel starwars pokemon pikachu naruto dragonball minecraft fortnite roblox
    callofduty harrypotter hogwarts disney mickey minnie barbie hellokitty spongebob scooby matrix ninja pirate wizard
    metallica nirvana slipknot eminem tupac shakira beyonce bts blackpink
    michael michelle jennifer jessica ashley amanda daniel daniela david andrew andrea anthony antonio joshua matthew
    christopher christian christina cristina robert roberto richard ricardo william charles charlie thomas george jorge
    joseph jose joel juan john james jacob jack jason justin jeremy jeffrey jonathan nicole nicholas nicolas natalie
    natalia samantha sarah sara sandra sofia sophia stephanie steven stephen sebastian santiago alexander alexandra
    alejandro alejandra alex alexis adrian adriana angela angelica ana anna amy amber brandon brian brittany benjamin
    barbara beatriz carlos carmen carolina catherine claudia danielle diana diego eduardo elizabeth emily emma eric
    esmeralda esteban fernando fernanda francisco gabriel gabriela guadalupe hannah heather hector isabel isabella ivan
    jasmine javier jesus jesucristo kevin kimberly laura lauren leonardo lopez lucas luis lupita madison manuel marco
    margarita maria mariana mario martin martinez melissa mia miguel monica morgan oliver olivia oscar pablo patricia
    patrick pedro rachel rafael ramirez raul rebecca rodrigo rodriguez rosa ruben ryan salvador sanchez sergio taylor
    teresa tyler valentina valeria vanessa veronica victor victoria virginia garcia gonzalez hernandez johnson smith
    williams jones brown miller davis wilson anderson
    god godisgood dios diosesamor diosmio jesuschrist christ cristo blessed bendecido faith hope esperanza grace bible
    church iglesia amen virgen santa
    money dinero dollar gold silver diamond platinum lucky suerte winner champion legend superstar star estrella
    shadow sombra killer hunter warrior soldier ranger marine army navy police doctor nurse teacher student school
    escuela college university universidad work trabajo office company empresa business
    freedom libertad liberty peace paz mexico mexicano california texas florida newyork chicago losangeles houston dallas
    miami lasvegas colombia argentina peru chile cuba puertorico espana usa canada london paris
    chocolate cookie cookies banana cherry orange naranja apple manzana strawberry fresa pepper cheese pizza taco tacos
    coffee cafe candy dulce sugar azucar butter peanut coconut coca cocacola pepsi corona tequila whiskey
    black negro white blanco red rojo blue azul green verde yellow amarillo purple morado pink rosa brown
    fuck fuckyou fucking shit bitch asshole pussy sexy sex puta puto mierda cabron pendejo culo
    one two three four five six seven eight nine ten uno dos tres cuatro cinco seis siete ocho nueve diez
    mustang corvette camaro ferrari porsche mercedes toyota honda yamaha harley jeep chevy nissan bmw
    yourmom yomama blink182 linkinpark greenday 1234 12345 123456 1234567 12345678 123456789 1234567890 0987654321
    987654321 123123 123321 112233 111111 000000 666666 777777 654321 159753 147258369 qwerty qwertyuiop qwerty123
    abc123 abcd1234 abc asdf asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx 1q2w3e 1q2w3e4r 1q2w3e4r5t 1qaz2wsx qwe123 zaq12wsx
    p4ssw0rd 1990 1991 1992 1993 1994 1995 1996 1997 1998 1999 2000 2001 2002 2003 2004 2005 2006 2007 2008 2009 2010
    2011 2012 2013 2014 2015 2016 2017 2018 2019 2020 2021 2022 2023 2024 2025 2026 2027 2028 2029 2030
    correcthorsebatterystaple correct horse battery staple tobeornottobe maytheforcebewithyou thequickbrownfox
    opensesame iamthebest imthebest youareawesome nothingelsematters neverstopdreaming believe dream dreams
    """
}
