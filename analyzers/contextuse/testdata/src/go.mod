module fixes

go 1.26.0

require golang.org/x/sync v0.24.0

// A stand-in with the same meaning: tests need no network and no module cache.
replace golang.org/x/sync => ../../../sharedstate/testdata/xsync
