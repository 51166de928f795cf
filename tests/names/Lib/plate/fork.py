async def stab(): pass
