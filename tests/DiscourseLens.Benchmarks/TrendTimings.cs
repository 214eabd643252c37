using System.Diagnostics;
using System.Globalization;
using DiscourseLens.Database;
using DiscourseLens.Trends;

namespace DiscourseLens.Benchmarks;

/// <summary>
/// <c>time-trends PATH [SECONDS] [ADDRESS]</c>: how long questions take, uncached, at rest and while a writer makes roll-ups again in the same
/// store; and the same figures by a plain <c>group by</c> over the posts, in SQLite and in DuckDB. With the address of a <c>serve</c> on that
/// store, <c>/api/trend</c> is asked; else the reader, and its answer is written as JSON.
/// </summary>
internal static class TrendTimings
{
    private const int Seed = 7;
    private const int DefaultSeconds = 10;

    private static readonly (string Name, double BoundMs, string Query)[] s_questions =
    [
        ("one community, month, no interval", 15, "measure=net&source=source{0}&community=c{0}-{1:00}"),
        ("class, month, no interval", 15, "measure=net&source=source{0}&class={2}"),
        ("all of a source, month, no interval", 15, "measure=net&source=source{0}"),
        ("all of a source, quarter, no interval", 15, "measure=net&source=source{0}&by=quarter"),
        ("class, year, no interval", 15, "measure=favor&source=source{0}&class={2}&by=year"),
        ("all sources, month, no interval", 15, "measure=net&source=all"),
        ("one community, month, clustered", 100, "measure=sentiment&source=source{0}&community=c{0}-{1:00}&target=mdma"),
        ("class, month, clustered", 100, "measure=sentiment&source=source{0}&class={2}"),
        ("all of a source, month, clustered", 100, "measure=sentiment&source=source{0}"),
        ("all of a source, quarter, clustered", 100, "measure=share&source=source{0}&by=quarter"),
        ("all of a source, year, clustered", 100, "measure=sentiment&source=source{0}&by=year"),
        ("all sources, month, clustered", 100, "measure=sentiment&source=all"),
        ("all sources, year, clustered", 100, "measure=sentiment&source=all&by=year"),
        ("union of three communities, month", 750, "measure=sentiment&source=source{0}&community=c{0}-01,c{0}-{1:00},c{0}-40"),
        ("two classes, quarter", 750, "measure=sentiment&source=source{0}&class=therapy,substance&by=quarter"),
        ("two classes of all sources, month", 750, "measure=volume&source=all&class=therapy,substance"),
        ("one community, day", 750, "measure=sentiment&source=source{0}&community=c{0}-{1:00}&by=day"),
        ("class, day", 750, "measure=sentiment&source=source{0}&class={2}&by=day"),
        ("all sources, day", 750, "measure=sentiment&source=all&by=day"),
        ("union of three communities, day", 750, "measure=sentiment&source=source{0}&community=c{0}-01,c{0}-{1:00},c{0}-40&by=day"),
        ("one community, month, author weighting", 750, "measure=sentiment&source=source{0}&community=c{0}-{1:00}&weight=author"),
        ("all of a source, month, author weighting", 750, "measure=favor&source=source{0}&weight=author"),
        ("all sources, month, author weighting", 750, "measure=sentiment&source=all&weight=author"),
        ("all of a source, month, with details", 750, "measure=sentiment&source=source{0}&details=true"),
    ];

    private static readonly string[] s_classes = ["therapy", "substance", "mental-health", "general"];

    public static int Run(string[] arguments)
    {
        if (arguments.Length is 0 or > 3 || !File.Exists(arguments[0]))
        {
            Console.Error.WriteLine("Name a store that make-rollups made, seconds a question and the address of a server if you like.");
            return 2;
        }

        var length = TimeSpan.FromSeconds(arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : DefaultSeconds);
        var store = LensDatabase.OpenExisting(arguments[0]);
        using var client = arguments.Length > 2 ? new HttpClient { BaseAddress = new(arguments[2]) } : null;
        Action<string> ask = client is null ? query => Read(store, query) : query => Get(client, query);
        PrintLoad();
        Console.WriteLine("| question | goal, ms | at rest: median | p95 | processor | with a writer: median | p95 |\n|---|---|---|---|---|---|---|");
        var writer = new RollupWriter(store);
        var days = 0;
        foreach (var (name, bound, query) in s_questions)
        {
            Time(ask, query, length / 4); // compiled, and its pages in memory
            var used = Environment.CpuUsage.TotalTime;
            var rest = Time(ask, query, length);
            used = (Environment.CpuUsage.TotalTime - used) / rest.Count;
            using var stop = new CancellationTokenSource();
            var writing = Task.Run(() => writer.Run(stop.Token));
            var busy = Time(ask, query, length);
            stop.Cancel();
            days += writing.GetAwaiter().GetResult();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {name} | {bound:0} | {At(rest, 0.5):0.0} | {At(rest, 0.95):0.0} | {(client is null ? used.TotalMilliseconds : double.NaN):0.0} | {At(busy, 0.5):0.0} | {At(busy, 0.95):0.0} |"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The writer made {days} days and their buckets again meanwhile."));
        RawTimings.Print(arguments[0] + ".posts");
        PrintLoad();
        return 0;
    }

    private static void PrintLoad()
    {
        if (File.Exists("/proc/loadavg"))
            Console.WriteLine($"Load: {File.ReadAllText("/proc/loadavg").Trim()}");
    }

    private static void Read(LensDatabase store, string query)
    {
        using var text = new StringWriter();
        TrendJson.Write(new TrendReader(store).Answer(TrendQuery.FromUrl(query)), text);
    }

    private static void Get(HttpClient client, string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/trend?" + query);
        using var answer = client.Send(request);
        answer.EnsureSuccessStatusCode();
        answer.Content.ReadAsStream().CopyTo(Stream.Null);
    }

    private static List<double> Time(Action<string> ask, string query, TimeSpan length)
    {
        var (chance, times) = (new Random(Seed), new List<double>());
        for (var all = Stopwatch.StartNew(); all.Elapsed < length || times.Count < 5;)
        {
            var asked = string.Format(CultureInfo.InvariantCulture, query, chance.Next(1, 6), chance.Next(1, 41), s_classes[chance.Next(4)]);
            var clock = Stopwatch.StartNew();
            ask(asked);
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        return times;
    }

    private static double At(List<double> sorted, double part) => sorted[Math.Max(0, (int)Math.Ceiling(part * sorted.Count) - 1)];
}
