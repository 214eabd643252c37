using BenchmarkDotNet.Running;
using DiscourseLens.Benchmarks;

if (args is ["compare-npm", .. var rest])
    return NpmComparison.Run(rest);
if (args is ["make-store", .. var where])
    return StoreMaker.Run(where);
if (args is ["make-rollups", .. var rollups])
    return RollupMaker.Run(rollups);
if (args is ["time-trends", .. var timed])
    return TrendTimings.Run(timed);
BenchmarkSwitcher.FromAssembly(typeof(SentimentBenchmark).Assembly).Run(args);
return 0;
