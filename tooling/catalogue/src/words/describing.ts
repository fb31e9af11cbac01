/** Adjectives, masculine in Russian = English; the more usual, the earlier. */
export const ADJECTIVES = `
новый=new, лёгкий=light, удобный=comfortable, надёжный=reliable, компактный=compact, прочный=sturdy, стильный=stylish,
классический=classic, мягкий=soft, тихий=quiet, мощный=powerful, универсальный=versatile, современный=modern,
тёплый=warm, тонкий=slim, большой=large, маленький=small, домашний=homely, дорожный=travel, складной=folding,
быстрый=fast, цифровой=digital, спортивный=sporty, повседневный=everyday, профессиональный=professional, летний=summer,
зимний=winter, водонепроницаемый=waterproof, бесшумный=silent, автоматический=automatic, механический=mechanical,
натуральный=natural, матовый=matt, гладкий=smooth, плотный=dense, яркий=bright, нежный=gentle, строгий=austere,
изящный=elegant, просторный=roomy, вместительный=spacious, многослойный=layered, усиленный=reinforced,
портативный=portable, подарочный=gift, ароматный=fragrant, свежий=fresh, гибкий=flexible, жёсткий=rigid,
устойчивый=stable, подвесной=hanging, настенный=wall-mounted, угловой=corner, двойной=double, тройной=triple,
высокий=tall, низкий=low, широкий=wide, узкий=narrow, глубокий=deep, плоский=flat, прозрачный=transparent,
рельефный=embossed, плетёный=woven, вязаный=knitted, стёганый=quilted, лакированный=lacquered, шлифованный=brushed,
кованый=wrought, литой=moulded, резной=carved, расписной=hand-painted, пёстрый=motley, пастельный=pastel,
морской=marine, лесной=forest, горный=mountain, степной=steppe, северный=northern, южный=southern, полярный=polar,
ночной=night, утренний=morning, вечерний=evening, праздничный=festive, деревенский=rustic, городской=urban,
походный=hiking, офисный=office, учебный=school, художественный=artistic, семейный=family, бархатистый=velvety,
хрустальный=crystal, янтарный=amber, жемчужный=pearly, перламутровый=nacreous, медовый=honeyed, дымчатый=smoky,
угольный=charcoal, лунный=lunar, звёздный=starry, туманный=misty, пористый=porous, упругий=springy,
лаконичный=laconic, задорный=perky, неприхотливый=undemanding, ажурный=openwork, винтажный=vintage, шершавый=rough,
волнистый=wavy, зернистый=grainy, трубчатый=tubular, клетчатый=chequered, бездонный=bottomless, кружевной=lacy`;

/** Names of series: the more usual, the earlier. */
export const SERIES = `
Аврора=Aurora, Байкал=Baikal, Ладога=Ladoga, Орион=Orion, Вега=Vega, Нева=Neva, Алтай=Altai, Комета=Comet, Волна=Wave,
Берег=Shore, Сокол=Falcon, Ветер=Wind, Горизонт=Horizon, Луч=Ray, Роса=Dew, Тайга=Taiga, Урал=Ural, Ангара=Angara,
Заря=Dawn, Каскад=Cascade, Маяк=Lighthouse, Полюс=Pole, Радуга=Rainbow, Сириус=Sirius, Титан=Titan, Феникс=Phoenix,
Янтарь=Amber, Атлант=Atlas, Бриз=Breeze, Вершина=Summit, Гранит=Granite, Дельта=Delta, Енисей=Yenisei, Журавль=Crane,
Зенит=Zenith, Ирбис=Irbis, Карелия=Karelia, Лотос=Lotus, Меридиан=Meridian, Нарцисс=Narcissus, Океан=Ocean,
Пилигрим=Pilgrim, Риф=Reef, Самоцвет=Gemstone, Тундра=Tundra, Утёс=Cliff, Фортуна=Fortuna, Хибины=Khibiny,
Цапля=Heron, Чайка=Seagull, Шторм=Storm, Эверест=Everest, Юпитер=Jupiter, Ясень=Ashwood, Амур=Amur, Беркут=Eagle,
Василёк=Cornflower, Гроза=Thunder, Дюна=Dune, Ежевика=Blackberry, Жасмин=Jasmine, Зима=Winter, Ирис=Iris, Клевер=Clover,
Лаванда=Lavender, Мимоза=Mimosa, Незабудка=Forget-me-not, Облако=Cloud, Папоротник=Fern, Рябина=Rowan, Сирень=Lilac,
Тюльпан=Tulip, Фиалка=Violet, Хризолит=Chrysolite, Цикламен=Cyclamen, Черёмуха=Hackberry, Шалфей=Sage, Эдельвейс=Edelweiss,
Юность=Youth, Ястреб=Hawk, Агат=Agate, Бирюза=Turquoise, Водопад=Waterfall, Гейзер=Geyser, Дубрава=Oakwood, Ельник=Spruce,
Жемчуг=Pearl, Зарница=Lightning, Иней=Hoarfrost, Кедр=Cedar, Лагуна=Lagoon, Малахит=Malachite, Нефрит=Jade, Оазис=Oasis,
Парус=Sail, Родник=Spring, Сапфир=Sapphire, Топаз=Topaz, Ущелье=Gorge, Фарватер=Fairway, Холм=Hill, Цунами=Tsunami,
Чародей=Wizard, Шиповник=Briar, Экватор=Equator, Юнга=Cabin-boy, Яхонт=Ruby, Айсберг=Iceberg, Барханы=Barchan,
Вулкан=Volcano, Гавань=Harbour, Драйв=Drive, Ермак=Yermak, Жар-птица=Firebird, Звездочёт=Stargazer, Изумруд=Emerald,
Корвет=Corvette, Лемур=Lemur, Мангуст=Mongoose, Норд=Nord, Онега=Onega, Печора=Pechora, Рысь=Lynx, Соболь=Sable,
Тетерев=Grouse, Удод=Hoopoe, Филин=Owl, Хорёк=Ferret, Цесарка=Guineafowl, Чибис=Lapwing, Шмель=Bumblebee, Щегол=Goldfinch,
Эму=Emu, Юрок=Brambling, Ящерица=Lizard, Аметист=Amethyst, Бархат=Velvet, Вьюга=Blizzard, Глетчер=Glacier, Дрозд=Thrush,
Енот=Raccoon, Жаворонок=Lark, Зимородок=Kingfisher, Иволга=Oriole, Кулик=Sandpiper, Ласточка=Swallow, Малиновка=Robin,
Неясыть=Tawny, Овсянка=Bunting, Пеликан=Pelican, Росомаха=Wolverine, Синица=Titmouse, Трясогузка=Wagtail, Улит=Greenshank,
Фламинго=Flamingo, Хохлатка=Corydalis, Цветень=Pollen, Чечётка=Redpoll, Шафран=Saffron, Эвкалипт=Eucalyptus, Ятрышник=Orchis,
Арника=Arnica, Бузина=Elderberry, Вереск=Heather, Горечавка=Gentian, Донник=Melilot, Живокость=Larkspur, Зверобой=Tutsan,
Иссоп=Hyssop, Купена=Solomon, Лютик=Buttercup, Медуница=Lungwort, Наперстянка=Foxglove, Осока=Sedge, Пижма=Tansy,
Розмарин=Rosemary, Сабельник=Cinquefoil, Тысячелистник=Yarrow, Фенхель=Fennel, Хвощ=Horsetail, Цикорий=Chicory, Чабрец=Thyme`;

/**
 * Sentences of a description, Russian=English. {…} is drawn, [one|several] follows the number of the goods' name; an
 * adjective agrees with it; {a} is the article, where there is one, with a space.
 */
export const SENTENCES = `
{Adjective} {noun} {brand} для тех, кто ценит {value}.={a}{adjective} {noun} by {brand} for those who want {value}.
{Adjective} {noun} [служит|служат] долго и не [требует|требуют] особого ухода.=[This|These] {adjective} {noun} [lasts|last] for years and [asks|ask] for little care.
Серия «{series}» сочетает {value} и {value2}.=The {series} series combines {value} and {value2}.
Гарантия качества: каждая партия проходит проверку на заводе.=Quality is guaranteed: every batch is checked at the factory.
[Пригодится|Пригодятся] {place} и [станет|станут] хорошим подарком для {person}.=Comes in handy {place} and makes a good gift for {person}.
В комплекте {part}, инструкция и упаковка, которую легко переработать.=In the box: {part}, a manual and packaging that is easy to recycle.
Продуманные детали: {part} и {part2}.=Well thought-out details: {part} and {part2}.
Мастера {brand} уделяют внимание каждой мелочи: {value} здесь важнее моды.=The makers at {brand} care about small things: {value} matters more than fashion.
{Adjective} {noun} не [боится|боятся] перепадов температуры и ежедневных нагрузок.=The {adjective} {noun} [copes|cope] with changing temperatures and daily use.
Главное достоинство модели: {value}.=What stands out in this model is its {value}.
Легко хранить {place}, удобно брать с собой.=Easy to keep {place} and handy to take along.
Для {person}, {person2} и всех, кому нужна {value} без лишних хлопот.=For {person}, {person2} and everybody who wants {value} without fuss.
Покупатели отмечают {value} и {value2}.=Buyers praise its {value} and {value2}.
Внешний вид дополняет {part}, а внутри скрывается {part2}.=Outside there is {part}, inside hides {part2}.
Новинка сезона от {brand}: {adjective} {noun} в обновлённом исполнении.=New this season from {brand}: {a}{adjective} {noun} in an updated finish.`;

/** What is praised. Russian feminine in the nominative, which is also its accusative with most = English. */
export const VALUES = `
прочность=durability, надёжность=reliability, лёгкость=lightness, точность=precision, мягкость=softness,
долговечность=long life, безопасность=safety, практичность=practicality, скорость=speed, свежесть=freshness,
гибкость=flexibility, экономичность=economy, естественность=naturalness, износостойкость=wear resistance, устойчивость=stability,
компактность=compactness, элегантность=elegance, функциональность=functionality, яркость=brilliance, чёткость=clarity,
герметичность=tightness, морозостойкость=frost resistance, упругость=resilience,
бережность=gentleness, выразительность=expressiveness, манёвренность=agility, автономность=autonomy, основательность=thoroughness, плавность=fluency, изысканность=refinement, прозрачность=transparency, невозмутимость=composure`;

/** Places, as an answer to "where" = English. */
export const PLACES = `
дома=at home, в офисе=in the office, на даче=at the summer house, в дороге=on the road, на кухне=in the kitchen, в детской=in the nursery,
в гостиной=in the living room, в спальне=in the bedroom, на природе=outdoors, в мастерской=in the workshop, в саду=in the garden,
на балконе=on the balcony, в прихожей=in the hallway, в гараже=in the garage, в кабинете=in the study, в поезде=on the train,
на пикнике=at a picnic, в студии=in the studio, в школе=at school, на веранде=on the porch, в бане=in the sauna, в походе=on a hike,
в библиотеке=in the library, на яхте=on a yacht, в оранжерее=in the conservatory, в мансарде=in the attic, в погребе=in the cellar`;

/** People, genitive plural, which is also their accusative = English. */
export const PEOPLE = `
родителей=parents, друзей=friends, студентов=students, коллег=colleagues, детей=children, новичков=beginners, путешественников=travellers,
хозяек=homemakers, спортсменов=athletes, рыбаков=anglers, школьников=pupils, садоводов=gardeners, музыкантов=musicians,
мастеров=craftspeople, туристов=hikers, водителей=drivers, учителей=teachers, художников=artists, фотографов=photographers,
геймеров=gamers, пекарей=bakers, инженеров=engineers, врачей=doctors, коллекционеров=collectors, танцоров=dancers,
астрономов=astronomers, пчеловодов=beekeepers, реставраторов=restorers, мореплавателей=seafarers, библиофилов=bibliophiles`;

/** Parts and accessories, nominative = English. */
export const PARTS = `
крышка=a lid, ручка=a handle, чехол=a case, ремешок=a strap, подставка=a stand, кнопка=a button, кабель=a cable, насадка=an attachment,
карман=a pocket, замок=a lock, фильтр=a filter, колёсико=a wheel, адаптер=an adapter, петля=a loop, индикатор=an indicator,
крепление=a mount, молния=a zip, датчик=a sensor, пружина=a spring, застёжка=a clasp, подкладка=a lining, лопатка=a spatula,
ключ=a key, шланг=a hose, щётка=a brush, переходник=a converter, клапан=a valve, шарнир=a hinge, рычаг=a lever, амортизатор=a damper,
термодатчик=a thermostat, редуктор=a gearbox, диафрагма=a diaphragm, штуцер=a nozzle, шестерня=a cogwheel, карабин=a carabiner,
заклёпка=a rivet, люверс=a grommet, маховик=a flywheel, сальник=a gland, шпонка=a dowel, муфта=a coupling, эксцентрик=an eccentric cam`;

/** Syllables of the names of brands. */
export const BRAND_STARTS =
  "Al An Ar Bel Bor Bra Cal Cor Dal Den Dor El Er Fa Fen Fil Gar Gle Gor Hal Hel Ir Is Ka Kel Kor La Len Lor Ma Mel Mir Mo Na Nel Nor Ol Or Pa Pel Pri Qua Ra Ren Ro Sa Sel Sil So Ta Tel Tor Ul Va Vel Vi Vor We Xan Yar Za Zel Zor";
export const BRAND_MIDDLES =
  "a al an da de di do e el en i in ka la le li lo ma mi mo na ne no o on ra re ri ro sa si ta te ti to va vi";
export const BRAND_ENDS =
  "bel ca dan do fa gen go ka la lin lo lux mak mart mi na nex nik no nor nova ra rex ro sa son ta tek ti to va ver vex via vik vo xa zen zo";
