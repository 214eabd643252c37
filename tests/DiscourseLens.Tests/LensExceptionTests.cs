namespace DiscourseLens.Tests;

public sealed class LensExceptionTests
{
    [Fact]
    public void Message_IsKept() => Assert.Equal("x", new LensException("x").Message);
}
