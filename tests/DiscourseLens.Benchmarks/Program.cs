using BenchmarkDotNet.Running;
using DiscourseLens.Benchmarks;

if (args is ["compare-npm", .. var rest])
    return NpmComparison.Run(rest);
if (args is ["make-store", .. var where])
    return StoreMaker.Run(where);
BenchmarkSwitcher.FromAssembly(typeof(SentimentBenchmark).Assembly).Run(args);
return 0;
