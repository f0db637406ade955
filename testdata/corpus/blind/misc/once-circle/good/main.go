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
	logOnce.Do(func() {
		theLog = &logger{prefix: getConf().values["prefix"]}
	})
	return theLog
}

func getConf() *config {
	confOnce.Do(func() {
		c := &config{values: map[string]string{"prefix": "app: "}}
		theConf = c
	})
	return theConf
}

func (l *logger) print(s string) {
	l.lines = append(l.lines, l.prefix+s)
}

func main() {
	getLog().print("started")
	fmt.Println(len(getConf().values), getLog().lines[0])
}
