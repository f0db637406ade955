package rules

// The catalogue, ordered by analyzer. A new rule is one row here, a page
// NAME.md, an anchor in its lesson, and tests in its analyzer.
var catalogue = []Rule{
	{
		Name:     "unlocked-field",
		Analyzer: "sharedstate",
		Title:    "A field is used without its lock",
		Summary:  "A field that other goroutines write at the same time, or that other code uses under a lock, is used here without that lock.",
		Lesson:   RaceConditions,
		Best:     Certain,
	},
	{
		Name:     "captured-variable",
		Analyzer: "sharedstate",
		Title:    "Two goroutines share a captured variable without ordering",
		Summary:  "A variable captured by a goroutine is used by another goroutine at the same time, and one of them writes.",
		Lesson:   RaceConditions,
		Best:     Certain,
	},
	{
		Name:     "lock-order-instances",
		Analyzer: "lockorder",
		Title:    "Two locks of one type are taken in the order of the arguments",
		Summary:  "Two instances of one type are locked in whatever order the caller names them, so two calls can wait for each other.",
		Lesson:   Deadlocks,
		Best:     Certain,
	},
	{
		Name:     "send-without-receiver",
		Analyzer: "chanuse",
		Title:    "Nobody can receive what is sent",
		Summary:  "A send waits for ever, because no goroutine ever receives from the channel.",
		Lesson:   Deadlocks,
		Best:     Certain,
	},
	{
		Name:     "abandoned-send",
		Analyzer: "chanuse",
		Title:    "The receiver may leave before the send",
		Summary:  "A goroutine sends to a receiver that may already have left (early return, timeout, first result wins), and stays for ever.",
		Lesson:   Async,
		Best:     Certain,
	},
}
