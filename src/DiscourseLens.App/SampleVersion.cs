using System.Security.Cryptography;
using System.Text;
using DiscourseLens.Database;

namespace DiscourseLens.App;

/// <summary>Tells sample stores apart that another program or other archives would make otherwise.</summary>
internal static class SampleVersion
{
    private static readonly string[] s_folders = ["samples", "terms"];

    /// <summary>Sixteen hex digits of the shipped archives, terms and settings, and of the library that works with them.</summary>
    /// <param name="program">The program's folder.</param>
    public static string Of(string program)
    {
        var files = s_folders.SelectMany(folder => Directory.GetFiles(Path.Combine(program, folder)));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(LensDatabase).Assembly.ManifestModule.ModuleVersionId.ToByteArray());
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(file)));
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
