package main

import (
	"fmt"
	"sync"
)

type logger struct {
	prefix string
	lines  []string
}

type config struct {
	values map[string]string
}

var (
	logOnce sync.Once
	theLog  *logger

	confOnce sync.Once
	theConf  *config
)

func getLog() *logger {
	logOnce.Do(func() { // BUG: once-deadlock
		theLog = &logger{prefix: getConf().values["prefix"]} // BUG: once-deadlock
	})
	return theLog
}

func getConf() *config {
	confOnce.Do(func() { // BUG: once-deadlock
		c := &config{values: map[string]string{"prefix": "app: "}}
		getLog().print("configuration loaded") // BUG: once-deadlock
		theConf = c
	})
	return theConf
}

func (l *logger) print(s string) {
	l.lines = append(l.lines, l.prefix+s)
}

func main() {
	getLog().print("started") // BUG: once-deadlock
	fmt.Println(len(getConf().values), getLog().lines[0])
}
