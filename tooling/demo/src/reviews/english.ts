/** product | rating | author | title | text */
export const english = `
kora-mug | 5 | Hannah W. | My desk mug now | Warm for a proper length of time and the speckles are lovely. I can fit my whole hand in the handle.
kora-mug | 4 | Tom | A bit heavy | Solid, maybe too solid when full, but it feels like it will outlive me.
dune-mug | 5 | Priya | No two alike | Bought two and the glaze line really is different. That is the charm.
dacha-mug | 4 | Ben R. | Camping favourite | Survived a fire, a fall and a dog. Gets hot to hold, as enamel does.
port-mug | 5 | Elsie | Stripes stayed | Forty dishwasher runs and the stripes look new.
rain-bowl | 4 | Jonas | Nest nicely | Smaller than I pictured, perfect for cereal. They stack beautifully.
kasha-bowl | 5 | Mia | Last drop indeed | The rim really does help with the last spoonful of ice cream.
signal-kettle | 5 | Oliver | The politest kettle | Two soft notes instead of a scream. Works on our induction hob too.
signal-kettle | 3 | Fran | Lovely, needs care | Beautiful red, but the wooden handle wants oiling every few months.
evening-teapot | 5 | Ruth A. | It does not drip | I poured it at every angle to test the claim. Not a drop.
sunday-pot | 5 | Marco | Stew machine | Put it in at noon, forgot it, dinner was perfect. Heavy, obviously.
sunday-pot | 4 | Laura K. | Great bread | The crust is bakery level. I wish the knob were a little larger for oven gloves.
pantry-jar | 5 | Nadia | Tidy shelf | Finally I can see the lentils. The seal is tight and the wood is smooth.
trail-flask | 5 | Greta | Twelve hours, truly | Filled at six, still too hot to drink at lunch. The loop fits my carabiner.
trail-flask | 4 | Will | Nearly perfect | Keeps heat brilliantly. The paint scratched after a month on rocks.
office-flask | 3 | Simon | Good but bulky | Excellent coffee temperature, but it does not fit my car's cup holder.
drop-vase | 5 | Amelia | One stem is enough | Looks like a still life with a single branch. It holds water, no leaks.
forest-candle | 5 | Cara | Real forest | Smells like wet pine and a bit of campfire. Not sweet at all.
linen-candle | 4 | Joy | Subtle | Very gentle scent. I like it for the bedroom.
mushroom-lamp | 5 | Felix | Warm and dimmable | The touch dimmer is smooth and the light is kind. Looks great switched off too.
mushroom-lamp | 3 | Dana | Short cable | Pretty, but the cable barely reaches my socket.
night-lamp | 5 | Chloe M. | Saved our nights | Runs all night on one charge, and the double tap timer is clever.
station-clock | 5 | Arthur | Silent | No ticking whatsoever. I can read it from across the kitchen.
noon-print | 4 | Sofia | Simple and good | The print is crisp and the glass is real. The larger one would suit a big wall.
rubber-plant | 5 | Ines | Arrived like royalty | Every leaf was braced. Two new leaves since.
snake-plant | 5 | Pete | Even I cannot kill it | I went away for five weeks. It did not notice.
grandma-throw | 5 | Alice T. | Not itchy | I was sceptical about wool, but this is soft. The fringe is neat.
check-cushion | 4 | Harriet | Cosy check | Good thick cloth. Washed once, kept its size.
school-chair | 5 | Niels | Ten minutes, one key | Exactly as promised. It is steady and comfortable for dinner.
shell-chair | 4 | Rosa | Guests stay longer | That may or may not be a benefit. The seat is very comfortable.
workshop-stool | 5 | Gus | Honest stool | No nails, no wobble. I use it as a step as well.
reading-armchair | 5 | Margaret | One more chapter | I have finished four books since it arrived. The wide arms hold tea safely.
guest-armchair | 2 | Leo | Seat too firm | Well made, but firmer than I like. Returned without any fuss.
tower-speaker | 5 | Hugo | Room filling | Voices sound real. Setup took three minutes.
camp-speaker | 5 | Tess | Beach proof | Sand, splashes and fourteen hours of music. No complaints.
kitchen-radio | 4 | Ian | That dial | The tuning dial is a joy. The antenna feels a little thin.
quiet-headphones | 5 | Yasmin | Silence on the train | The noise cancelling is excellent and the cushions are easy to replace.
studio-headphones | 4 | Karl | Flat in a good way | Honest sound for mixing. The coiled cable is a nice extra.
field-phone | 5 | Edith | I repaired it myself | Dropped it, ordered a screen, replaced it in half an hour. I am seventy one.
letter-phone | 3 | Noah | Calm, a bit slow | I love the quiet mode. Maps take a second longer than I would like.
type-keyboard | 5 | Sasha B. | A soft thud | My flatmate has not complained once, and the keys feel wonderful.
film-camera | 4 | Lena | Real shutter | Beautiful to hold. The manual could say more about the meter.
striped-sweater | 5 | Callum | Next to the skin | Soft merino, no itch, and a spare skein in the box for my clumsy elbows.
plain-tee | 5 | Ayo | One dot | Thick cotton that keeps its neck. I ordered a second in sage.
linen-shirt | 4 | Bea | Creases well | Cool in the heat and dries fast. The sleeves are slightly long on me.
city-sneakers | 3 | Max | Needed a day | Stiff at first, fine by the evening. The stitched sole looks durable.
autumn-boots | 5 | Freya | Dry socks | Six weeks of rain and my feet stayed dry. The wax smell fades.
roll-backpack | 4 | Otto | Half an hour of rain | As described: dry for thirty minutes, then use a cover. The straps are superb.
day-bag | 5 | Camille | Ages beautifully | The handles have darkened exactly where I hold them. Fits my laptop.
pom-beanie | 5 | Robin | Clever pompom | It pops off for washing. Warm without itching.
field-watch | 4 | Stuart | Clear at a glance | Legible and handsome. Loses about four seconds a day.
book-walks | 5 | Iris | We really walked them | Seven walks so far, and the hand-drawn maps work.
day-notebook | 5 | Quentin | Lies flat | Fountain pen does not bleed through. That is all I wanted.
plush-bear | 5 | Sam's dad | Washed and well | Survived mud, jam and a hot wash by mistake. Still smiling.
stacking-rings | 4 | Olga J. | Safe for toddlers | The rod really bends. Our son prefers to throw the rings.
game-mountains | 5 | The Bakers | No tears | A cooperative game that is actually tense. We reached the top on try three.
honey-shampoo | 4 | Vera | Linden in July | The scent is exactly that. It lathers little, but cleans well.
bath-towels | 5 | Kim | Thick and lasting | Months of washing and the terracotta has not faded.
linen-bedding | 5 | Astrid | Never ironing again | It looks right straight from the line. Cool on hot nights.
`;
