using BenchmarkDotNet.Running;
using DiscourseLens.Benchmarks;

if (args is ["compare-npm", .. var rest])
    return NpmComparison.Run(rest);
BenchmarkSwitcher.FromAssembly(typeof(SentimentBenchmark).Assembly).Run(args);
return 0;
