/** Attributes one chooses from: code|Russian|English: the more usual a value, the earlier, Russian=English. */
export const CHOICES = `
colour|Цвет|Colour: чёрный=black, белый=white, серый=grey, синий=blue, красный=red, зелёный=green, бежевый=beige, коричневый=brown, розовый=pink, серебристый=silver, жёлтый=yellow, голубой=light blue, оранжевый=orange, фиолетовый=purple, бордовый=burgundy, бирюзовый=turquoise, золотистый=gold, оливковый=olive, мятный=mint, графитовый=graphite, персиковый=peach, кремовый=cream, терракотовый=terracotta, лавандовый=lavender, горчичный=mustard, изумрудный=emerald, коралловый=coral, песочный=sand
material|Материал|Material: пластик=plastic, сталь=steel, дерево=wood, стекло=glass, алюминий=aluminium, керамика=ceramic, силикон=silicone, хлопок=cotton, полиэстер=polyester, бамбук=bamboo, резина=rubber, МДФ=MDF, чугун=cast iron, латунь=brass, фарфор=porcelain, дуб=oak, ясень=ash, берёза=birch, бук=beech, камень=stone, акрил=acrylic, медь=copper, ротанг=rattan, пробка=cork, бетон=concrete
fabric|Ткань|Fabric: хлопок=cotton, полиэстер=polyester, вискоза=viscose, шерсть=wool, лён=linen, флис=fleece, джинса=denim, трикотаж=jersey, бархат=velvet, шёлк=silk, кашемир=cashmere, нейлон=nylon, меринос=merino, муслин=muslin, твид=tweed, вельвет=corduroy
upper|Материал верха|Upper: кожа=leather, экокожа=faux leather, текстиль=textile, замша=suede, сетка=mesh, резина=rubber, войлок=felt, нубук=nubuck
country|Страна|Country of origin: Китай=China, Россия=Russia, Турция=Turkey, Германия=Germany, Италия=Italy, Вьетнам=Vietnam, Польша=Poland, Япония=Japan, Индия=India, Беларусь=Belarus, Корея=Korea, Франция=France, Испания=Spain, Чехия=Czechia, Португалия=Portugal, Швеция=Sweden, Казахстан=Kazakhstan, Финляндия=Finland, Австрия=Austria, Дания=Denmark
style|Стиль|Style: современный=modern, классика=classic, скандинавский=Scandinavian, лофт=loft, прованс=Provence, минимализм=minimalist, ретро=retro, эко=natural, хай-тек=high-tech, бохо=boho, ар-деко=art deco
season|Сезон|Season: круглый год=all year, лето=summer, зима=winter, демисезон=mid-season
gender|Для кого|For: унисекс=everybody, женщины=women, мужчины=men, девочки=girls, мальчики=boys
pattern|Рисунок|Pattern: однотонный=plain, полоска=striped, клетка=checked, цветы=floral, геометрия=geometric, принт=printed, горох=dotted, абстракция=abstract, меланж=marl
shape|Форма|Shape: круглая=round, прямоугольная=rectangular, овальная=oval, квадратная=square, шестигранная=hexagonal, фигурная=shaped
size|Размер|Size: M=M, L=L, S=S, XL=XL, XS=XS, XXL=XXL, 3XL=3XL
fit|Посадка|Fit: прямая=regular, свободная=relaxed, приталенная=slim, оверсайз=oversize
closure|Застёжка|Closure: молния=zip, шнурки=laces, пуговицы=buttons, липучка=hook and loop, без застёжки=none, кнопки=snaps, пряжка=buckle
power_source|Питание|Power: от сети=mains, аккумулятор=rechargeable battery, батарейки=batteries, USB=USB, бензин=petrol, солнечная батарея=solar, ручное=manual
coating|Покрытие|Coating: антипригарное=non-stick, эмаль=enamel, без покрытия=none, керамическое=ceramic, каменная крошка=stone, анодированное=anodised
connection|Подключение|Connection: Bluetooth=Bluetooth, Wi-Fi=Wi-Fi, USB-C=USB-C, HDMI=HDMI, USB-A=USB-A, mini-jack=mini jack, Ethernet=Ethernet, NFC=NFC, Zigbee=Zigbee
processor|Процессор|Processor: восьмиядерный=eight-core, четырёхъядерный=quad-core, шестиядерный=six-core, двенадцатиядерный=twelve-core, двухъядерный=dual-core, шестнадцатиядерный=sixteen-core
panel|Матрица|Panel: IPS=IPS, VA=VA, OLED=OLED, TN=TN, QLED=QLED, Mini-LED=Mini LED
energy_class|Энергокласс|Energy class: A=A, B=B, C=C, A+=A+, D=D, E=E, F=F
control|Управление|Control: кнопки=buttons, сенсор=touch, поворотное=dial, пульт=remote, приложение=app, голос=voice
mounting|Установка|Mounting: отдельно стоящая=freestanding, встраиваемая=built-in, настенная=wall, настольная=table-top, потолочная=ceiling, напольная=floor
age_group|Возраст|Age: 3+=3+, 6+=6+, 0+=0+, 1+=1+, 8+=8+, 12+=12+, 14+=14+, 18+=18+
theme|Тема|Theme: животные=animals, транспорт=transport, космос=space, динозавры=dinosaurs, сказки=fairy tales, город=city, море=sea, профессии=professions, наука=science, история=history
skin_type|Тип кожи|Skin type: любая=all, сухая=dry, чувствительная=sensitive, жирная=oily, комбинированная=combination, зрелая=mature
scent|Аромат|Scent: без запаха=unscented, лаванда=lavender, цитрус=citrus, ваниль=vanilla, роза=rose, сандал=sandalwood, мята=mint, кокос=coconut, жасмин=jasmine, хвоя=pine, бергамот=bergamot, инжир=fig
effect|Действие|Effect: увлажнение=moisturising, питание=nourishing, очищение=cleansing, защита=protecting, восстановление=repairing, матирование=mattifying, тонизирование=toning, сияние=brightening
cover|Обложка|Cover: твёрдая=hardback, мягкая=paperback, интегральная=flexible, спираль=spiral, на скобе=stapled
language|Язык|Language: русский=Russian, английский=English, немецкий=German, французский=French, испанский=Spanish, китайский=Chinese
surface|Поверхность|Surface: матовая=matt, глянцевая=gloss, полуматовая=satin, рельефная=textured, полированная=polished
level|Уровень|Level: для начинающих=beginner, любительский=amateur, профессиональный=professional, детский=junior
taste|Вкус|Flavour: курица=chicken, говядина=beef, лосось=salmon, индейка=turkey, ягнёнок=lamb, кролик=rabbit, утка=duck, тунец=tuna
breed_size|Размер питомца|Pet size: любой=any, мелкий=small, средний=medium, крупный=large
place|Где использовать|Place: дом=home, улица=outdoors, офис=office, дача=summer house, машина=car, баня=sauna
socket|Цоколь|Socket: E27=E27, E14=E14, LED=LED, GU10=GU10, G9=G9, GU5.3=GU5.3
filling|Наполнитель|Filling: холлофайбер=hollow fibre, пух=down, пена=foam, латекс=latex, синтепон=polyester fibre, шерсть=wool, лузга=buckwheat husk
`;

/** Measures: code|Russian|English|unit|unit|smallest|largest|step; most values are nearer to the smallest. */
export const NUMBERS = `
weight|Вес|Weight|кг|kg|0.1|30|0.1
width|Ширина|Width|см|cm|5|220|1
height|Высота|Height|см|cm|4|210|1
depth|Глубина|Depth|см|cm|4|120|1
length|Длина|Length|см|cm|10|320|5
diameter|Диаметр|Diameter|см|cm|6|60|1
thickness|Толщина|Thickness|мм|mm|1|40|0.5
volume|Объём|Volume|л|l|0.2|60|0.1
content|Содержимое|Content|мл|ml|15|1000|5
power|Мощность|Power|Вт|W|10|3000|10
warranty|Гарантия|Warranty|мес.|months|6|60|6
battery|Ёмкость аккумулятора|Battery capacity|мА·ч|mAh|300|20000|100
battery_life|Время работы|Battery life|ч|h|1|120|1
screen|Экран|Screen|″|″|1.3|85|0.1
memory|Оперативная память|Memory|ГБ|GB|2|128|2
storage|Накопитель|Storage|ГБ|GB|16|4096|16
frequency|Частота|Frequency|Гц|Hz|20|360|5
noise|Уровень шума|Noise|дБ|dB|18|92|1
speed|Обороты|Speed|об/мин|rpm|200|12000|100
load|Нагрузка|Maximum load|кг|kg|2|300|2
brightness|Яркость|Brightness|лм|lm|40|6000|20
colour_temperature|Цветовая температура|Colour temperature|К|K|2200|6500|100
resolution|Разрешение|Resolution|Мп|MP|2|108|1
density|Плотность|Density|г/м²|g/m²|60|600|5
pieces|В упаковке|Pieces|шт.|pcs|1|500|1
pages|Страниц|Pages|с.|p.|16|1200|4
voltage|Напряжение|Voltage|В|V|3|400|1
pressure|Давление|Pressure|бар|bar|1|200|1
water_resistance|Водозащита|Water resistance|м|m|1|200|1
cable|Длина кабеля|Cable length|м|m|0.3|15|0.1
area|Площадь|Area|м²|m²|1|150|1
players|Игроков до|Players up to|чел.|people|1|12|1
heel|Каблук|Heel|см|cm|0|12|0.5
`;

/** Yes or no: code|Russian|English. */
export const FLAGS = `
dishwasher_safe|Можно в посудомойку|Dishwasher safe
microwave_safe|Можно в микроволновку|Microwave safe
induction|Для индукции|Induction
wireless|Беспроводная связь|Wireless
waterproof|Не боится воды|Waterproof
foldable|Складная конструкция|Foldable
handmade|Ручная работа|Handmade
recyclable|Перерабатываемая упаковка|Recyclable packaging
fast_charge|Быстрая зарядка|Fast charging
touchscreen|Сенсорный экран|Touchscreen
backlight|Подсветка|Backlight
lid|Крышка в комплекте|Lid included
gift_box|Подарочная упаковка|Gift box
timer|Таймер|Timer
machine_washable|Машинная стирка|Machine washable
hypoallergenic|Гипоаллергенность|Hypoallergenic
assembly|Нужна сборка|Assembly required
hood|Капюшон|Hood
pockets|Карманы|Pockets
lining|Подкладка|Lining
wheels|Колёса|Wheels
dimmable|Регулировка яркости|Dimmable
noise_cancelling|Шумоподавление|Noise cancelling
child_lock|Защита от детей|Child lock
vegan|Без животных компонентов|Vegan
refillable|Можно заправить|Refillable
illustrated|С иллюстрациями|Illustrated
bag_included|Чехол в комплекте|Bag included
`;

/** Product type|Russian|English: its attributes. */
export const TYPES = `
tableware|Посуда|Tableware: colour material country style shape volume diameter height weight pieces dishwasher_safe microwave_safe gift_box handmade
cookware|Посуда для готовки|Cookware: colour material coating country volume diameter height weight thickness warranty induction dishwasher_safe lid
appliance|Бытовая техника|Appliance: colour material country control mounting energy_class power noise volume width height weight warranty timer child_lock
storage|Хранение|Storage: colour material country shape place volume width height depth load pieces lid foldable
audio|Аудиотехника|Audio: colour connection country power_source control power frequency battery_life weight cable warranty wireless noise_cancelling waterproof
computer|Компьютер|Computer: colour processor panel country connection screen memory storage frequency battery weight warranty touchscreen backlight
component|Комплектующее|Component: colour connection country control memory storage frequency power noise cable warranty backlight wireless
phone|Мобильное устройство|Mobile device: colour material connection country processor screen memory storage battery resolution weight warranty fast_charge waterproof wireless
camera|Фото и видео|Photo and video: colour connection country panel level screen resolution frequency battery weight warranty wireless touchscreen bag_included
furniture|Мебель|Furniture: colour material fabric style shape country width height depth load weight warranty assembly foldable wheels
lighting|Светильник|Lighting: colour material socket style mounting country power brightness colour_temperature height diameter voltage warranty dimmable
textile|Домашний текстиль|Home textile: colour fabric pattern style filling country width length density pieces machine_washable hypoallergenic
decor|Предмет интерьера|Interior: colour material style shape mounting country width height diameter weight handmade gift_box
clothes|Одежда|Clothes: colour fabric gender season size fit pattern closure country density hood pockets lining machine_washable
accessory|Аксессуар|Accessory: colour fabric gender season pattern style country length width pieces gift_box handmade
shoes|Обувь|Shoes: colour upper gender season closure country style heel weight waterproof lining
bag|Сумка|Bag: colour upper gender closure style country volume width height depth weight load waterproof wheels
toy|Игрушка|Toy: colour material age_group theme gender power_source country pieces players weight height recyclable gift_box
craft|Творчество|Craft: colour age_group theme level country pieces content weight recyclable gift_box
sport|Спорт|Sport: colour material level gender season country weight load length diameter warranty foldable bag_included
outdoor|Туризм|Outdoor: colour material season level country weight load length height water_resistance waterproof foldable bag_included
tool|Инструмент|Tool: colour power_source level country power voltage speed noise weight cable pressure warranty bag_included
garden|Сад|Garden: colour material place season country length width height volume weight load warranty foldable
finish|Ремонт|Finishing: colour material surface style place country width height thickness area pressure warranty
beauty|Косметика|Cosmetics: skin_type scent effect gender season country content weight pieces hypoallergenic vegan refillable gift_box
health|Здоровье|Health: colour power_source control age_group country size weight cable battery_life warranty backlight timer bag_included
auto|Автотовар|Car goods: colour material season power_source country width diameter voltage volume weight pieces warranty waterproof
pet|Товар для питомцев|Pet goods: colour material taste breed_size age_group country weight volume width height pieces hypoallergenic machine_washable
book|Книга|Book: cover language age_group theme level country pages width height weight illustrated gift_box
stationery|Канцелярия|Stationery: colour material cover surface age_group country pages density pieces width refillable recyclable
music|Музыкальный инструмент|Musical instrument: colour material level power_source connection country length weight power cable warranty bag_included
`;
