/**
 * Departments, their groups and the kinds of goods in them. A group tells its names, the product type and a usual price
 * in roubles; a kind is singular, gender (м, ж, с, or мн for what has no singular) and plural in Russian = English.
 */
export const GOODS = `
Кухня|Kitchen
Посуда|Tableware|tableware|900: Тарелка ж Тарелки=plate; Кружка ж Кружки=mug; Бокал м Бокалы=wine glass; Стакан м Стаканы=tumbler; Салатник м Салатники=salad bowl; Блюдо с Блюда=platter; Сахарница ж Сахарницы=sugar bowl; Кувшин м Кувшины=jug
Приготовление|Cookware|cookware|2900: Кастрюля ж Кастрюли=saucepan; Сковорода ж Сковороды=frying pan; Казан м Казаны=cauldron; Ковш м Ковши=milk pan; Сотейник м Сотейники=saute pan; Противень м Противни=baking tray; Утятница ж Утятницы=roaster
Ножи и доски|Knives and boards|tableware|1400: Нож м Ножи=knife/knives; Разделочная доска ж Разделочные доски=cutting board; Точилка ж Точилки=sharpener; Тёрка ж Тёрки=grater; Овощечистка ж Овощечистки=peeler
Кухонная техника|Kitchen appliances|appliance|6900: Чайник м Чайники=kettle; Кофемашина ж Кофемашины=coffee machine; Блендер м Блендеры=blender; Миксер м Миксеры=mixer; Тостер м Тостеры=toaster; Мультиварка ж Мультиварки=multicooker; Мясорубка ж Мясорубки=meat grinder; Вафельница ж Вафельницы=waffle maker
Хранение|Food storage|storage|700: Контейнер м Контейнеры=food container; Банка ж Банки=jar; Хлебница ж Хлебницы=bread bin; Термос м Термосы=vacuum flask; Бутылка ж Бутылки=water bottle; Ланчбокс м Ланчбоксы=lunch box

Бытовая техника|Appliances
Крупная техника|Large appliances|appliance|42000: Холодильник м Холодильники=refrigerator; Стиральная машина ж Стиральные машины=washing machine; Посудомоечная машина ж Посудомоечные машины=dishwasher; Духовой шкаф м Духовые шкафы=oven; Варочная панель ж Варочные панели=hob; Морозильник м Морозильники=freezer
Уборка|Cleaning|appliance|14000: Пылесос м Пылесосы=vacuum cleaner; Робот-пылесос м Роботы-пылесосы=robot vacuum; Пароочиститель м Пароочистители=steam cleaner; Мойщик окон м Мойщики окон=window cleaner; Электрошвабра ж Электрошвабры=electric mop
Климат|Climate|appliance|9900: Кондиционер м Кондиционеры=air conditioner; Обогреватель м Обогреватели=heater; Вентилятор м Вентиляторы=fan; Увлажнитель м Увлажнители=humidifier; Осушитель м Осушители=dehumidifier; Очиститель воздуха м Очистители воздуха=air purifier
Уход за одеждой|Garment care|appliance|5200: Утюг м Утюги=iron; Отпариватель м Отпариватели=garment steamer; Швейная машина ж Швейные машины=sewing machine; Гладильная доска ж Гладильные доски=ironing board; Сушилка ж Сушилки=drying rack
Красота|Personal care|appliance|3600: Фен м Фены=hair dryer; Электробритва ж Электробритвы=shaver; Триммер м Триммеры=trimmer; Эпилятор м Эпиляторы=epilator; Выпрямитель м Выпрямители=hair straightener; Зубная щётка ж Зубные щётки=electric toothbrush

Электроника|Electronics
Звук|Audio|audio|7900: Наушники мн Наушники=headphones/headphones; Колонка ж Колонки=speaker; Саундбар м Саундбары=soundbar; Радиоприёмник м Радиоприёмники=radio; Проигрыватель м Проигрыватели=turntable; Усилитель м Усилители=amplifier; Микрофон м Микрофоны=microphone
Компьютеры|Computers|computer|54000: Ноутбук м Ноутбуки=laptop; Монитор м Мониторы=monitor; Системный блок м Системные блоки=desktop computer; Моноблок м Моноблоки=all-in-one; Планшет м Планшеты=tablet; Сервер м Серверы=server
Комплектующие|Components|component|8900: Видеокарта ж Видеокарты=graphics card; Накопитель м Накопители=solid state drive; Оперативная память ж Оперативная память=memory module; Материнская плата ж Материнские платы=motherboard; Процессор м Процессоры=processor; Блок питания м Блоки питания=power supply/power supplies; Кулер м Кулеры=cooler; Корпус м Корпуса=computer case
Периферия|Peripherals|component|3400: Клавиатура ж Клавиатуры=keyboard; Мышь ж Мыши=mouse/mice; Веб-камера ж Веб-камеры=webcam; Принтер м Принтеры=printer; Сканер м Сканеры=scanner; Роутер м Роутеры=router; Коврик для мыши м Коврики для мыши=mouse pad
Телефоны|Phones|phone|24000: Смартфон м Смартфоны=smartphone; Чехол м Чехлы=phone case; Зарядное устройство с Зарядные устройства=charger; Внешний аккумулятор м Внешние аккумуляторы=power bank; Защитное стекло с Защитные стёкла=screen protector; Кабель м Кабели=cable
Фото и видео|Photo and video|camera|31000: Фотоаппарат м Фотоаппараты=camera; Объектив м Объективы=lens; Штатив м Штативы=tripod; Экшн-камера ж Экшн-камеры=action camera; Телевизор м Телевизоры=television; Проектор м Проекторы=projector; Вспышка ж Вспышки=flash

Мебель|Furniture
Сидения|Seating|furniture|9800: Стул м Стулья=chair; Кресло с Кресла=armchair; Диван м Диваны=sofa; Табурет м Табуреты=stool; Пуф м Пуфы=pouffe; Скамья ж Скамьи=bench
Столы|Tables|furniture|14900: Обеденный стол м Обеденные столы=dining table; Письменный стол м Письменные столы=desk; Журнальный столик м Журнальные столики=coffee table; Консоль ж Консоли=console table; Туалетный столик м Туалетные столики=dressing table
Шкафы и полки|Cabinets and shelves|furniture|18900: Шкаф м Шкафы=wardrobe; Стеллаж м Стеллажи=bookcase; Полка ж Полки=wall shelf/wall shelves; Тумба ж Тумбы=cabinet; Комод м Комоды=chest of drawers/chests of drawers; Витрина ж Витрины=display cabinet; Обувница ж Обувницы=shoe rack
Спальня|Bedroom|furniture|26900: Кровать ж Кровати=bed; Матрас м Матрасы=mattress; Изголовье с Изголовья=headboard; Прикроватный столик м Прикроватные столики=nightstand; Двухъярусная кровать ж Двухъярусные кровати=bunk bed

Дом|Home
Свет|Lighting|lighting|3200: Люстра ж Люстры=chandelier; Торшер м Торшеры=floor lamp; Настольная лампа ж Настольные лампы=table lamp; Бра с Бра=wall lamp; Лампочка ж Лампочки=light bulb; Гирлянда ж Гирлянды=string light; Ночник м Ночники=night light
Текстиль|Textiles|textile|2600: Плед м Пледы=throw; Подушка ж Подушки=cushion; Ковёр м Ковры=rug; Штора ж Шторы=curtain; Скатерть ж Скатерти=tablecloth; Полотенце с Полотенца=towel; Покрывало с Покрывала=bedspread; Одеяло с Одеяла=duvet
Декор|Decoration|decor|1800: Ваза ж Вазы=vase; Зеркало с Зеркала=mirror; Картина ж Картины=picture; Рамка ж Рамки=photo frame; Свеча ж Свечи=candle; Подсвечник м Подсвечники=candle holder; Настенные часы мн Настенные часы=wall clock; Статуэтка ж Статуэтки=figurine
Ванная|Bathroom|decor|1500: Дозатор м Дозаторы=soap dispenser; Коврик м Коврики=bath mat; Корзина для белья ж Корзины для белья=laundry basket; Шторка ж Шторки=shower curtain; Держатель м Держатели=holder; Душевая лейка ж Душевые лейки=shower head
Порядок|Storage|storage|1100: Корзина ж Корзины=basket; Коробка ж Коробки=storage box; Вешалка ж Вешалки=coat hanger; Органайзер м Органайзеры=organiser; Крючок м Крючки=hook; Мешок для вещей м Мешки для вещей=storage bag

Одежда|Clothes
Женская одежда|Women's clothes|clothes|3900: Платье с Платья=dress; Блузка ж Блузки=blouse; Юбка ж Юбки=skirt; Кардиган м Кардиганы=cardigan; Пальто с Пальто=coat; Леггинсы мн Леггинсы=leggings/leggings
Мужская одежда|Men's clothes|clothes|3600: Рубашка ж Рубашки=shirt; Брюки мн Брюки=trousers/trousers; Пиджак м Пиджаки=blazer; Джемпер м Джемперы=jumper; Футболка ж Футболки=t-shirt; Поло с Поло=polo shirt
Верхняя одежда|Outerwear|clothes|8900: Куртка ж Куртки=jacket; Пуховик м Пуховики=down jacket; Парка ж Парки=parka; Ветровка ж Ветровки=windbreaker; Дождевик м Дождевики=raincoat; Жилет м Жилеты=gilet
Бельё и дом|Underwear and loungewear|clothes|1500: Пижама ж Пижамы=pyjama set; Халат м Халаты=bathrobe; Носки мн Носки=socks/socks; Колготки мн Колготки=tights/tights; Майка ж Майки=vest
Аксессуары|Accessories|accessory|1900: Шарф м Шарфы=scarf/scarves; Шапка ж Шапки=beanie; Перчатки мн Перчатки=gloves/gloves; Ремень м Ремни=belt; Очки мн Очки=sunglasses/sunglasses; Зонт м Зонты=umbrella; Кошелёк м Кошельки=wallet

Обувь и сумки|Shoes and bags
Повседневная обувь|Everyday shoes|shoes|5400: Кроссовки мн Кроссовки=trainers/trainers; Кеды мн Кеды=canvas shoes/canvas shoes; Туфли мн Туфли=shoes/shoes; Лоферы мн Лоферы=loafers/loafers; Балетки мн Балетки=ballet flats/ballet flats
Сезонная обувь|Seasonal shoes|shoes|6900: Ботинки мн Ботинки=boots/boots; Сапоги мн Сапоги=high boots/high boots; Сандалии мн Сандалии=sandals/sandals; Резиновые сапоги мн Резиновые сапоги=wellingtons/wellingtons; Угги мн Угги=sheepskin boots/sheepskin boots
Сумки|Bags|bag|4200: Сумка ж Сумки=handbag; Рюкзак м Рюкзаки=backpack; Клатч м Клатчи=clutch; Портфель м Портфели=briefcase; Шопер м Шоперы=tote bag; Поясная сумка ж Поясные сумки=belt bag
Для поездок|Travel|bag|7900: Чемодан м Чемоданы=suitcase; Дорожная сумка ж Дорожные сумки=travel bag; Несессер м Несессеры=toiletry bag; Чехол для чемодана м Чехлы для чемодана=luggage cover; Подушка для путешествий ж Подушки для путешествий=travel pillow

Детям|Children
Игрушки|Toys|toy|1600: Конструктор м Конструкторы=building set; Кукла ж Куклы=doll; Машинка ж Машинки=toy car; Мягкая игрушка ж Мягкие игрушки=soft toy; Пазл м Пазлы=jigsaw puzzle; Железная дорога ж Железные дороги=toy railway; Кубики мн Кубики=blocks/blocks
Игры|Games|toy|1900: Настольная игра ж Настольные игры=board game; Карточная игра ж Карточные игры=card game; Головоломка ж Головоломки=puzzle; Шахматы мн Шахматы=chess set; Лото с Лото=lotto
Для малышей|Baby|toy|3900: Коляска ж Коляски=pram; Автокресло с Автокресла=car seat; Погремушка ж Погремушки=rattle; Стульчик для кормления м Стульчики для кормления=high chair; Манеж м Манежи=playpen; Радионяня ж Радионяни=baby monitor
Творчество|Arts and crafts|craft|900: Краски мн Краски=paints/paints; Пластилин м Пластилин=modelling clay; Фломастеры мн Фломастеры=felt-tip pens/felt-tip pens; Мольберт м Мольберты=easel; Бисер м Бисер=bead set; Гончарный круг м Гончарные круги=pottery wheel
Детская одежда|Children's clothes|clothes|1700: Комбинезон м Комбинезоны=romper; Боди с Боди=bodysuit; Детская куртка ж Детские куртки=children's jacket; Шорты мн Шорты=shorts/shorts; Распашонка ж Распашонки=baby shirt

Спорт|Sports
Фитнес|Fitness|sport|2900: Гантели мн Гантели=dumbbells/dumbbells; Коврик для йоги м Коврики для йоги=yoga mat; Эспандер м Эспандеры=resistance band; Гиря ж Гири=kettlebell; Скакалка ж Скакалки=skipping rope; Беговая дорожка ж Беговые дорожки=treadmill; Велотренажёр м Велотренажёры=exercise bike
Велоспорт|Cycling|sport|18900: Велосипед м Велосипеды=bicycle; Велошлем м Велошлемы=cycling helmet; Самокат м Самокаты=scooter; Велонасос м Велонасосы=bicycle pump; Велофара ж Велофары=bicycle light; Велозамок м Велозамки=bicycle lock
Туризм|Camping|outdoor|5900: Палатка ж Палатки=tent; Спальный мешок м Спальные мешки=sleeping bag; Фонарь м Фонари=torch; Котелок м Котелки=camping pot; Гамак м Гамаки=hammock; Горелка ж Горелки=camping stove; Компас м Компасы=compass
Зимний спорт|Winter sports|sport|14900: Лыжи мн Лыжи=skis/skis; Сноуборд м Сноуборды=snowboard; Коньки мн Коньки=skates/skates; Санки мн Санки=sledge; Горнолыжная маска ж Горнолыжные маски=ski goggles/ski goggles

Ремонт и сад|DIY and garden
Электроинструмент|Power tools|tool|7400: Дрель ж Дрели=drill; Шуруповёрт м Шуруповёрты=screwdriver drill; Перфоратор м Перфораторы=rotary hammer; Болгарка ж Болгарки=angle grinder; Лобзик м Лобзики=jigsaw; Циркулярная пила ж Циркулярные пилы=circular saw; Шлифмашина ж Шлифмашины=sander
Ручной инструмент|Hand tools|tool|900: Молоток м Молотки=hammer; Отвёртка ж Отвёртки=screwdriver; Плоскогубцы мн Плоскогубцы=pliers/pliers; Рулетка ж Рулетки=tape measure; Уровень м Уровни=spirit level; Гаечный ключ м Гаечные ключи=spanner; Ножовка ж Ножовки=hand saw
Садовая техника|Garden machinery|tool|16900: Газонокосилка ж Газонокосилки=lawn mower; Кусторез м Кусторезы=hedge trimmer; Цепная пила ж Цепные пилы=chainsaw; Культиватор м Культиваторы=tiller; Воздуходувка ж Воздуходувки=leaf blower; Мойка высокого давления ж Мойки высокого давления=pressure washer
Сад|Garden|garden|1200: Лопата ж Лопаты=spade; Грабли мн Грабли=rake; Секатор м Секаторы=secateurs/secateurs; Лейка ж Лейки=watering can; Шланг м Шланги=hose; Горшок м Горшки=flower pot; Теплица ж Теплицы=greenhouse; Качели мн Качели=garden swing
Отделка|Finishing|finish|1700: Краска ж Краски=wall paint; Обои мн Обои=wallpaper; Ламинат м Ламинат=laminate; Плитка ж Плитка=tile; Лак м Лаки=varnish; Герметик м Герметики=sealant
Сантехника|Plumbing|finish|5900: Смеситель м Смесители=tap; Раковина ж Раковины=washbasin; Унитаз м Унитазы=toilet; Ванна ж Ванны=bathtub; Водонагреватель м Водонагреватели=water heater; Полотенцесушитель м Полотенцесушители=towel rail

Красота и здоровье|Beauty and health
Уход за лицом|Face care|beauty|1300: Крем м Кремы=face cream; Сыворотка ж Сыворотки=serum; Маска для лица ж Маски для лица=face mask; Тоник м Тоники=toner; Скраб м Скрабы=scrub; Мицеллярная вода ж Мицеллярная вода=micellar water
Волосы и тело|Hair and body|beauty|700: Шампунь м Шампуни=shampoo; Бальзам м Бальзамы=conditioner; Гель для душа м Гели для душа=shower gel; Мыло с Мыло=soap; Лосьон м Лосьоны=body lotion; Дезодорант м Дезодоранты=deodorant
Макияж|Make-up|beauty|1100: Помада ж Помады=lipstick; Тушь ж Тушь=mascara; Пудра ж Пудра=powder; Тени мн Тени=eye shadow; Румяна мн Румяна=blusher; Лак для ногтей м Лаки для ногтей=nail polish/nail polishes
Ароматы|Fragrance|beauty|4900: Духи мн Духи=perfume; Туалетная вода ж Туалетная вода=eau de toilette/eaux de toilette; Аромат для дома м Ароматы для дома=home fragrance; Диффузор м Диффузоры=diffuser; Эфирное масло с Эфирные масла=essential oil
Здоровье|Health|health|2400: Тонометр м Тонометры=blood pressure monitor; Термометр м Термометры=thermometer; Массажёр м Массажёры=massager; Весы мн Весы=bathroom scales/bathroom scales; Ингалятор м Ингаляторы=inhaler; Ортез м Ортезы=brace

Авто и питомцы|Car and pets
В салон|Car interior|auto|2100: Автомобильный коврик м Автомобильные коврики=car mat; Чехол на сиденье м Чехлы на сиденье=seat cover; Видеорегистратор м Видеорегистраторы=dash camera; Автохолодильник м Автохолодильники=car fridge; Держатель для телефона м Держатели для телефона=phone mount
Автозапчасти|Car parts|auto|3800: Аккумулятор м Аккумуляторы=car battery/car batteries; Шина ж Шины=tyre; Диск м Диски=wheel rim; Свеча зажигания ж Свечи зажигания=spark plug; Тормозные колодки мн Тормозные колодки=brake pads/brake pads; Фильтр м Фильтры=oil filter; Щётка стеклоочистителя ж Щётки стеклоочистителя=wiper blade
Кошкам|Cats|pet|800: Корм для кошек м Корма для кошек=cat food; Когтеточка ж Когтеточки=scratching post; Лоток м Лотки=litter tray; Наполнитель м Наполнители=cat litter; Переноска ж Переноски=pet carrier
Собакам|Dogs|pet|1100: Корм для собак м Корма для собак=dog food; Поводок м Поводки=lead; Ошейник м Ошейники=collar; Лежанка ж Лежанки=dog bed; Миска ж Миски=pet bowl; Намордник м Намордники=muzzle

Книги и офис|Books and office
Книги|Books|book|800: Роман м Романы=novel; Учебник м Учебники=textbook; Энциклопедия ж Энциклопедии=encyclopedia; Кулинарная книга ж Кулинарные книги=cookbook; Атлас м Атласы=atlas; Комикс м Комиксы=comic; Детектив м Детективы=detective story/detective stories
Канцелярия|Stationery|stationery|300: Ручка ж Ручки=pen; Карандаш м Карандаши=pencil; Тетрадь ж Тетради=exercise book; Блокнот м Блокноты=notebook; Папка ж Папки=folder; Степлер м Степлеры=stapler; Маркер м Маркеры=marker; Ежедневник м Ежедневники=diary/diaries
Музыка|Music|music|17900: Гитара ж Гитары=guitar; Синтезатор м Синтезаторы=synthesizer; Укулеле с Укулеле=ukulele; Барабан м Барабаны=drum; Скрипка ж Скрипки=violin; Губная гармоника ж Губные гармоники=harmonica; Метроном м Метрономы=metronome
`;
