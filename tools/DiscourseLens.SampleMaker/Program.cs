using System.Globalization;
using DiscourseLens.SampleMaker;

if (args.Length is 0 or > 2 || (args.Length == 2 && !ulong.TryParse(args[1], CultureInfo.InvariantCulture, out _)))
{
    await Console.Error.WriteLineAsync("Makes the sample study anew: dotnet run --project tools/DiscourseLens.SampleMaker -- samples [SEED]");
    return 2;
}

var seed = args.Length == 2 ? ulong.Parse(args[1], CultureInfo.InvariantCulture) : SampleArchives.Seed;
foreach (var path in SampleArchives.Write(args[0], seed))
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path} {new FileInfo(path).Length:N0} bytes"));
return 0;
