using System.Globalization;
using DiscourseLens.Collecting;
using DiscourseLens.Collecting.Live;

namespace DiscourseLens.Tests.Collecting.Live;

/// <summary>
/// What every source must do: collected by a schedule while posts arrive and requests go wrong, by runs that stop, die and
/// pause anywhere, the store ends with exactly the fake's posts: none lost, none twice, or a window says truncated and by how
/// much. A new source derives from this and makes its fake.
/// </summary>
public abstract class CollectionContract
{
    private static readonly DateTimeOffset s_start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    // A first run that dies before it wrote anything was none, so the depth counts from a later one.
    private static readonly TimeSpan s_depth = TimeSpan.FromDays(6);

    // Of this seed, seven runs in a row are cut, and what they saw of later windows is gone before those are read.
    private const int CutRuns = 105;

    /// <summary>Seeds to try: ten and one that once found a fault, or as many as <c>DISCOURSELENS_FAKE_RUNS</c> says, or the one that <c>DISCOURSELENS_FAKE_SEED</c> names.</summary>
    public static TheoryData<int> Seeds => Number("DISCOURSELENS_FAKE_SEED") is { } seed ? [seed] : [.. Number("DISCOURSELENS_FAKE_RUNS") is { } runs ? Enumerable.Range(1, runs) : [.. Enumerable.Range(1, 10), CutRuns]];

    private static int? Number(string variable) => int.TryParse(
        Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Posts an hour; enough to fill the source's pages.</summary>
    protected virtual double Hourly => 12;

    /// <summary>Longest pause between two runs that loses nothing by itself.</summary>
    protected virtual TimeSpan LongestPause => TimeSpan.FromHours(4);

    internal abstract FakeSource Fake(LeapingTime time, Faults faults, FakePosts posts);

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Collection_EndsWithExactlyTheFakesPosts(int seed)
    {
        var chance = new Random(seed);
        var time = new LeapingTime(s_start);
        var end = s_start.AddDays(3);
        var faults = new Faults(seed, chance.Next(3) * 0.04);
        await using var fake = Fake(time, faults, new FakePosts(seed, time, s_start.AddDays(-2), end, Hourly));
        fake.Budget = chance.Next(2) == 0 ? 60 : null;
        await fake.StartAsync(TestContext.Current.CancellationToken);
        using var study = new LiveStudy(fake, depth: s_depth);
        while (time.GetUtcNow() < end)
        {
            await RunAsync(study, time, chance);
            time.Leap(chance.Next(12) == 0 ? TimeSpan.FromHours(30) : LongestPause * chance.NextDouble());
        }

        faults.Rate = 0;
        for (var last = 0; last < 3; last++)
        {
            time.LeapTo(end.AddHours(26 * (last + 1)));
            await FinishAsync(study, time);
        }

        var missed = new LiveCheck(study, fake).Exact();
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"posts {fake.Collectable.Count()} requests {fake.Seen.Count} faults {faults.Given} missed {missed}"));
    }

    /// <summary>One run as the schedule starts it: sliced, at times cut short or killed inside a transaction.</summary>
    private static async Task RunAsync(LiveStudy study, LeapingTime time, Random chance)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var pages = chance.Next(4) == 0 ? chance.Next(1, 8) : int.MaxValue;
        var dies = chance.Next(5) == 0 ? chance.Next(1, 12) : int.MaxValue;
        for (var slices = 0; slices < 50; slices++)
        {
            try
            {
                var report = await study.CollectAsync(
                    new() { Slice = TimeSpan.FromSeconds(chance.Next(20, 600)) },
                    new Watch(() => { if (--pages <= 0) stop.Cancel(); }),
                    _ => { if (--dies == 0) throw new DeadException(); }, stop.Token);
                if (!report.More)
                    return;
                time.LeapTo(report.NotBefore ?? time.GetUtcNow());
            }
            catch (Exception exception) when (exception is OperationCanceledException or DeadException or SourceTroubleException)
            {
                return;
            }
        }
    }

    private static async Task FinishAsync(LiveStudy study, LeapingTime time)
    {
        for (LiveReport? report = null; report is not { More: false };)
        {
            report = await study.CollectAsync();
            time.LeapTo(report.NotBefore ?? time.GetUtcNow());
        }
    }

    private sealed class Watch(Action page) : IProgress<LiveProgress>
    {
        public void Report(LiveProgress value) => page();
    }

    private sealed class DeadException : Exception;
}
