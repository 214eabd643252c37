using System.Globalization;

namespace DiscourseLens.Tests.Collecting.Live;

/// <summary>An invented post of a fake source.</summary>
/// <param name="Number">Its place in the source's one sequence of ids.</param>
/// <param name="Created">What the source says of its time.</param>
/// <param name="Visible">When it begins to show: later than its time where it waited for approval.</param>
/// <param name="Thread">Number of the submission that opened its thread; its own for a submission.</param>
/// <param name="Parent">Number of the post it answers; null for a submission.</param>
/// <param name="Author">Its author's name.</param>
/// <param name="Text">Its text.</param>
internal sealed record FakePost(
    long Number, DateTimeOffset Created, DateTimeOffset Visible, long Thread, long? Parent, string Author, string Text)
{
    public bool IsComment => Parent is not null;

    public long Seconds => Created.ToUnixTimeSeconds();

    public string Title => string.Create(CultureInfo.InvariantCulture, $"Thread {Number}");
}

/// <summary>Posts that arrive over time, the same for the same seed.</summary>
internal sealed class FakePosts
{
    private readonly TimeProvider _time;
    private readonly Dictionary<long, int> _places = [];

    /// <param name="seed">Decides everything.</param>
    /// <param name="time">The clock by which posts show.</param>
    /// <param name="from">First post.</param>
    /// <param name="until">Time after the last post.</param>
    /// <param name="hourly">Mean posts an hour.</param>
    public FakePosts(int seed, TimeProvider time, DateTimeOffset from, DateTimeOffset until, double hourly)
    {
        _time = time;
        var chance = new Random(seed);
        var skew = TimeSpan.FromSeconds(chance.Next(-60, 61)); // the source's clock is not ours
        var all = new List<FakePost>();
        var number = 1000L;
        for (var at = from; at < until; at += TimeSpan.FromHours(-Math.Log(1 - chance.NextDouble()) / hourly))
            all.Add(Make(chance, all, number++, new DateTimeOffset(at.Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero), skew));
        All = all;
        foreach (var thread in all.GroupBy(post => post.Thread))
        {
            foreach (var (place, post) in thread.Index())
                _places[post.Number] = place + 1;
        }
    }

    /// <summary>Every post there will be, by number.</summary>
    public IReadOnlyList<FakePost> All { get; }

    /// <summary>A post by its number, as numbers have no gaps.</summary>
    public FakePost this[long number] => All[(int)(number - All[0].Number)];

    /// <summary>Which post of its thread it is, from 1.</summary>
    public int PlaceOf(FakePost post) => _places[post.Number];

    /// <summary>Those that show now.</summary>
    public IEnumerable<FakePost> Showing
    {
        get
        {
            var now = _time.GetUtcNow();
            return All.Where(post => post.Visible <= now);
        }
    }

    private static FakePost Make(Random chance, List<FakePost> all, long number, DateTimeOffset at, TimeSpan skew)
    {
        var wait = chance.Next(20) == 0 ? TimeSpan.FromMinutes(chance.Next(1, 60 * 20)) : TimeSpan.FromSeconds(chance.Next(3));
        var above = all.Count == 0 || chance.Next(4) == 0 ? null : all[chance.Next(Math.Max(0, all.Count - 40), all.Count)];
        return new FakePost(number, at + skew, at + wait, above?.Thread ?? number, above?.Number, $"writer{chance.Next(30)}",
            string.Create(CultureInfo.InvariantCulture, $"Invented words number {number}, {chance.Next(1000)}."));
    }
}
