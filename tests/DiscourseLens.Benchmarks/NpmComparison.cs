using System.Globalization;
using System.Text.Json;

namespace DiscourseLens.Benchmarks;

/// <summary><c>compare-npm [FILE] [--npm FOLDER]</c>: our scorer against the npm package over the same texts.</summary>
/// <remarks>Rounds of the two take turns, so that a change in the machine's load meets both; the medians are compared.</remarks>
internal static class NpmComparison
{
    private const int Rounds = 5;
    private const double RoundSeconds = 1.5;
    private const double WarmUpSeconds = 3;

    private static readonly int[] s_sizes = [80, 195, 1_000];

    /// <summary>Runs it; without a file, over generated texts of 80, 195 and 1,000 bytes.</summary>
    public static int Run(string[] arguments)
    {
        var option = Array.IndexOf(arguments, "--npm");
        var folder = option >= 0 && option + 1 < arguments.Length ? arguments[option + 1] : ".";
        var file = arguments.Where((_, at) => option < 0 || (at != option && at != option + 1)).FirstOrDefault();
        return file is not null ? Compare(file, file, folder) : s_sizes.Select(size => CompareGenerated(size, folder)).Max();
    }

    private static int CompareGenerated(int size, string folder)
    {
        var file = Path.GetTempFileName();
        try
        {
            var lines = SampleTexts.Make(size, 1_000_000 / size, seed: 4).Select(text => JsonSerializer.Serialize(new { text }));
            File.WriteAllLines(file, lines);
            return Compare(file, string.Create(CultureInfo.InvariantCulture, $"generated, {size} bytes"), folder);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static int Compare(string file, string name, string folder)
    {
        using var npm = NpmRounds.Start(folder, file, out var reason);
        if (npm is null)
        {
            Console.WriteLine($"skipped: {reason}");
            return 0;
        }

        var own = new OwnRounds([.. File.ReadLines(file).Where(line => line.Length > 0).Select(TextOf)]);
        own.Run(WarmUpSeconds);
        npm.Run(WarmUpSeconds);
        var pairs = Enumerable.Range(0, Rounds).Select(_ => (Own: own.Run(RoundSeconds), Npm: npm.Run(RoundSeconds))).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {name}: medians of {Rounds} rounds of {RoundSeconds} CPU seconds each, after {WarmUpSeconds} of warm-up
              discourselens    {Median(pairs.Select(p => p.Own.TextsPerSecond)),12:N0} texts/s  {Median(pairs.Select(p => p.Own.MegabytesPerSecond)),8:N1} MB/s
              vader-sentiment  {Median(pairs.Select(p => p.Npm.TextsPerSecond)),12:N0} texts/s  {Median(pairs.Select(p => p.Npm.MegabytesPerSecond)),8:N2} MB/s
              ratio            {Median(pairs.Select(Ratio)),12:N0} x  (lowest {pairs.Min(Ratio):N0}, highest {pairs.Max(Ratio):N0})
            """));
        return 0;
    }

    private static double Ratio((Round Own, Round Npm) pair) => pair.Own.TextsPerSecond / pair.Npm.TextsPerSecond;

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    private static string TextOf(string line)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("text").GetString() ?? "";
    }
}
