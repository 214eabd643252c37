using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using DiscourseLens.Collecting.Live;
using DiscourseLens.Collecting.Politeness;

namespace DiscourseLens.Tests.Collecting.Live;

/// <summary>What the meter says of a collection, heard by a listener.</summary>
public sealed class MetricsTests
{
    [Fact]
    public async Task Meter_CountsPostsRequestsAndAnswersThatAskToWait()
    {
        const string Name = "metered"; // other tests collect at the same time
        var heard = new ConcurrentDictionary<string, long>();
        using var listener = Listen(Name, heard);
        var time = new LeapingTime(new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));
        await using var fake = new FakeReddit(time, new Faults(1, 0), new FakePosts(3, time, time.GetUtcNow().AddDays(-1), time.GetUtcNow(), 4)) { LosesAnchors = false };
        await fake.StartAsync(TestContext.Current.CancellationToken);
        foreach (var fault in new[] { Fault.None, Fault.TooManyForSeconds, Fault.ServerError, Fault.Truncated })
            fake.Faults.Next.Enqueue(fault);
        using var study = new LiveStudy(fake, new PolitenessOptions { UserAgent = LiveStudy.UserAgent, Source = Name });
        var report = await new LiveCollector(study.Database, study.Scope, study.Key, time).CollectAsync(
            study.Source with { Name = Name }, new(), null, TestContext.Current.CancellationToken);

        Assert.Equal(report.Stored, heard["discourselens.items stored"]);
        Assert.Equal(report.Places.Sum(place => place.Read), heard["discourselens.items read"]);
        Assert.Equal(1, heard["discourselens.rate_limited "]);
        Assert.Equal((1, 1, 1), (heard["discourselens.requests 4xx"], heard["discourselens.requests 5xx"], heard["discourselens.requests none"]));
        Assert.Equal(fake.Seen.Count, heard.Where(pair => pair.Key.StartsWith("discourselens.requests", StringComparison.Ordinal)).Sum(pair => pair.Value));
        Assert.DoesNotContain(heard.Keys, key => key.Contains("rejected", StringComparison.Ordinal));
    }

    private static MeterListener Listen(string source, ConcurrentDictionary<string, long> heard)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == LensMeter.Name)
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, n, tags, _) =>
        {
            var named = tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value?.ToString());
            if (named.Remove("source", out var from) && from == source)
                heard.AddOrUpdate($"{instrument.Name} {string.Join(' ', named.Values)}", n, (_, before) => before + n);
        });
        listener.Start();
        return listener;
    }
}
