using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DiscourseLens.Series;

namespace DiscourseLens.Trends.Frozen;

/// <summary>The files of a snapshot. They depend on the store and the program only, not on the time of day or on where they lie.</summary>
internal static class FrozenFiles
{
    /// <summary>The file that lists the hash of every other.</summary>
    public const string Sums = "SHA256SUMS";

    /// <summary>Every file by its name, the list of hashes among them.</summary>
    public static SortedDictionary<string, byte[]> Of(FrozenContent content)
    {
        var data = Encoding.UTF8.GetBytes(Data(content));
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["data.csv"] = data,
            ["metadata.json"] = Encoding.UTF8.GetBytes(FrozenMetadata.Write(content)),
            ["definitions.md"] = Resource("Frozen/definitions.md"),
            ["codebook.md"] = Resource("Stance/codebook.md"),
            ["methods.md"] = Resource("Frozen/methods.md"),
            ["README.txt"] = Encoding.UTF8.GetBytes(FrozenTexts.Readme(content)),
            ["CITATION.cff"] = Encoding.UTF8.GetBytes(FrozenTexts.Citation(content, Hash(data))),
        };
        files[Sums] = Encoding.UTF8.GetBytes(string.Concat(files.Select(file => $"{Hash(file.Value)}  {file.Key}\n")));
        return files;
    }

    /// <summary>SHA-256 in small hex digits; of the list of hashes it is the snapshot's.</summary>
    public static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>The hashes that a list names, by file.</summary>
    public static Dictionary<string, string> ReadSums(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split("  ", 2)).Where(parts => parts.Length == 2)
        .DistinctBy(parts => parts[1]).ToDictionary(parts => parts[1], parts => parts[0], StringComparer.Ordinal);

    private static string Data(FrozenContent content)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        output.WriteLine($"measure,target,{TrendCsv.Columns}");
        foreach (var trend in content.Series)
        {
            foreach (var bucket in trend.Buckets)
                output.WriteLine($"{trend.Query.Measure.Text()},{trend.Query.Target},{string.Join(',', TrendCsv.Cells(bucket))}");
        }

        return output.ToString();
    }

    private static byte[] Resource(string name)
    {
        using var stream = typeof(FrozenFiles).Assembly.GetManifestResourceStream(name)!; // embedded by the build
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
