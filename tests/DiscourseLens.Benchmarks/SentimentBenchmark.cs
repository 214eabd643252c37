using System.Text;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using DiscourseLens.Scoring.Sentiment;

namespace DiscourseLens.Benchmarks;

/// <summary>Time and memory of one text's sentiment, by its length.</summary>
[MemoryDiagnoser]
[Config(typeof(FewIterations))]
public class SentimentBenchmark
{
    // So many bytes of texts that the branch predictor cannot learn them, and so few that they stay in the cache.
    private const int CorpusBytes = 1_000_000;

    private readonly VaderScorer _scorer = new();
    private byte[][] _utf8 = [];
    private string[] _texts = [];
    private int _next;

    /// <summary>UTF-8 bytes of a text.</summary>
    [Params(80, 195, 1_000, 4_000, 40_000)]
    public int Bytes { get; set; }

    /// <summary>Makes the texts.</summary>
    [GlobalSetup]
    public void MakeTexts()
    {
        _texts = [.. SampleTexts.Make(Bytes, CorpusBytes / Bytes, seed: 4)];
        _utf8 = [.. _texts.Select(Encoding.UTF8.GetBytes)];
    }

    /// <summary>One text in UTF-8.</summary>
    [Benchmark(Baseline = true)]
    public double Utf8() => _scorer.Score(_utf8[Next()]).Compound;

    /// <summary>One text in UTF-16.</summary>
    [Benchmark]
    public double Utf16() => _scorer.Score(_texts[Next()].AsSpan()).Compound;

    private int Next() => _next = _next + 1 < _texts.Length ? _next + 1 : 0;

    // In this process: nothing here needs one of its own, and building it again would take most of the time.
    private sealed class FewIterations : ManualConfig
    {
        public FewIterations() => AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance)
            .WithWarmupCount(3).WithIterationCount(9));
    }
}
