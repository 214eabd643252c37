using DiscourseLens.Scoring.Stance.Training;
using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.Scoring.Stance.Training;

public sealed class ShippedModelTests
{
    private const string Folder = "src/DiscourseLens/Scoring/Stance";

    [Fact]
    public void Model_IsWhatTheSeedsGive_ByteForByte()
    {
        var run = StanceTrainingRun.ForTherapy();
        run.AddSeeds(RepositoryFolder.PathOf($"{Folder}/Seeds"));
        run.Train(withCurve: false, byThread: false, TestContext.Current.CancellationToken);
        Assert.Equal(File.ReadAllBytes(RepositoryFolder.PathOf($"{Folder}/stance.model")), run.ToBytes());
    }

    [Fact]
    public void Model_IsSmall() => Assert.InRange(new FileInfo(RepositoryFolder.PathOf($"{Folder}/stance.model")).Length, 1, 1_200_000);
}
