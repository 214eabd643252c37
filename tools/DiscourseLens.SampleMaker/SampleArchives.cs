using System.Text;
using ZstdSharp;
using ZstdSharp.Unsafe;

namespace DiscourseLens.SampleMaker;

/// <summary>Makes the archives of the sample study: submissions and comments of each year, with what they cover.</summary>
public static class SampleArchives
{
    /// <summary>The seed of the study that is shipped.</summary>
    public const ulong Seed = 20210901;

    private const int Level = 15;

    /// <summary>Writes all files into a folder; the same seed gives the same bytes.</summary>
    /// <param name="folder">Made when absent; files of the same names are replaced.</param>
    /// <param name="seed">Any number.</param>
    /// <returns>Paths of the archives, each with a sidecar <c>.coverage.json</c> beside it.</returns>
    public static IReadOnlyList<string> Write(string folder, ulong seed = Seed)
    {
        Directory.CreateDirectory(folder);
        var posts = new Discussion(new Chance(seed)).Write().ToList();
        var replies = posts.GroupBy(post => post.Thread).ToDictionary(thread => thread.Key, thread => thread.Count() - 1);
        var captures = new Captures(new Chance(seed + 1));
        var paths = new List<string>();
        var files = posts.OrderBy(post => post.Created).ThenBy(post => post.Id, StringComparer.Ordinal)
            .GroupBy(post => (Calendar.DayOf(post.Created).Year, post.IsSubmission));
        foreach (var file in files.OrderBy(file => file.Key.Year).ThenByDescending(file => file.Key.IsSubmission))
        {
            var name = string.Create(null, $"sample_{(file.Key.IsSubmission ? "submissions" : "comments")}_{file.Key.Year}.zst");
            paths.Add(Path.Combine(folder, name));
            File.WriteAllBytes(paths[^1], Compress(Lines(file, captures, replies)));
            File.WriteAllText(paths[^1] + ".coverage.json", Coverage(file.Key.Year));
        }

        return paths;
    }

    /// <summary>First captures in order of time, then what was captured again.</summary>
    private static List<string> Lines(IEnumerable<Post> posts, Captures captures, Dictionary<string, int> replies)
    {
        var (first, later) = (new List<string>(), new List<string>());
        foreach (var post in posts)
        {
            var lines = captures.Of(post, replies[post.Thread]).Select(line => line.ToString()).ToList();
            first.Add(lines[0]);
            later.AddRange(lines[1..]);
            if (captures.Unreadable(post) is { } line)
                first.Add(line);
        }

        return [.. first, .. later];
    }

    private static byte[] Compress(List<string> lines)
    {
        using var compressor = new Compressor(Level);
        compressor.SetParameter(ZSTD_cParameter.ZSTD_c_checksumFlag, 1);
        return compressor.Wrap(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n")).ToArray();
    }

    private static string Coverage(int year)
    {
        var from = Later(new DateOnly(year, 1, 1), Calendar.First);
        var until = new DateOnly(year + 1, 1, 1);
        var windows = Calendar.GapFrom.Year != year
            ? [Window(from, until)]
            : new[]
            {
                Window(from, Calendar.GapFrom),
                Window(Calendar.GapFrom, Calendar.GapUntil, "missing", "\"the collector stood still for five days\""),
                Window(Calendar.GapUntil, until),
            };
        return $"{{\"windows\":[\n  {string.Join(",\n  ", windows)}\n]}}\n";
    }

    private static string Window(DateOnly from, DateOnly until, string state = "complete", string reason = "null") =>
        $$"""{"from":"{{from:yyyy-MM-dd}}","until":"{{until:yyyy-MM-dd}}","state":"{{state}}","reason":{{reason}}}""";

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
