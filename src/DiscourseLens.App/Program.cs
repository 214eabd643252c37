using System.CommandLine;

var root = new RootCommand("How people talk about psychedelic therapy in public threads, over time.");
return await root.Parse(args).InvokeAsync();
